using Assays.Reports;

namespace Assays.Tests.Reports;

public sealed class DiscretionTests
{
    public static TheoryData<string> Formats { get; } = [.. ReportCatalog.All.Select(static format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Reports_HideValuesAboutPersons(string format)
    {
        var report = await ReportText.OfAsync(ReportCatalog.Find(format), Samples.Assessment);

        Assert.DoesNotContain("ana.lopez", report, StringComparison.Ordinal);
        Assert.DoesNotContain("li.wei", report, StringComparison.Ordinal);
        Assert.DoesNotContain("bea.nowak", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_ChangesNothingWhenTheValuesMayBeShown()
    {
        var assessment = Samples.Assessment with { ShowsPersonalValues = true };

        Assert.Same(assessment, Discretion.Apply(assessment));
    }

    [Fact]
    public void Apply_HidesTheValueButNotThatACellIsEmpty()
    {
        var finding = Samples.Assessment.Findings[3];
        var empty = finding with { Cells = [finding.Cells[0], finding.Cells[0] with { Value = null, Repair = new(null) }] };

        var cells = Discretion.Apply(Samples.Assessment with { Findings = [empty] }).Findings[0].Cells;

        Assert.Equal([Discretion.Hidden, null], cells.Select(static c => c.Value));
        Assert.Equal([new(Discretion.Hidden), new Assays.Findings.Replacement(null)], cells.Select(static c => c.Repair));
    }
}
