using System.Globalization;
using Assays.Findings;
using Assays.Reports;

namespace Assays.Tests.Profiling;

/// <summary>A table of which only a tenth is drawn, with faults that a few rows have.</summary>
public sealed class RareRowsTests
{
    private const int Rows = 20_000;

    private static readonly string[] Cities = ["amsterdam", "birmingham", "copenhagen", "edinburgh", "gothenburg", "manchester"];

    [Fact]
    public async Task Check_FindsSlipsThatNoDrawnRowHas()
    {
        var faults = Enumerable.Range(0, 20).ToDictionary(static i => 517 + (i * 953), static i => Cities[i % 6].Insert(2 + (i % 5), $"{"qxzvk"[i / 4]}"));

        var assessment = await CheckAsync(row => $"{faults.GetValueOrDefault(row, Cities[row % 6])},{row % 97}");

        var told = Told(assessment, "misspellings");
        Assert.Equal(faults.Keys.Select(static row => (long)row), told.Select(static c => c.Row).Order());
        Assert.All(told, cell => Assert.Equal(Cities.Single(city => city[0] == cell.Value![0]), cell.Repair?.Value));
    }

    [Fact]
    public async Task Check_FindsWordsAmongNumbersThatNoDrawnRowHas()
    {
        var assessment = await CheckAsync(static row => $"{Cities[row % 6]},{(row % 1000 == 77 ? $"{row % 9}q{row % 7}" : row)}");

        Assert.Equal(Rows / 1000, assessment.Findings.SelectMany(static f => f.Cells).Select(static c => c.Row).Distinct().Count());
    }

    [Fact]
    public async Task Check_CountsWhatWasSoughtOnce()
    {
        var assessment = await CheckAsync(static row => $"{(row == 11_311 ? "birmxingham" : Cities[row % 6])},{row % 97}");

        var finding = Assert.Single(assessment.Findings, static f => f.Rule.Name == "misspellings");
        Assert.Equal(1, finding.AffectedRows);
    }

    [Fact]
    public async Task Check_IsSilentOnRareValuesThatAreTrue()
    {
        var assessment = await CheckAsync(static row => $"{(row % 5000 == 17 ? $"city of {(char)('a' + (row / 5000))}" : Cities[row % 6])},{row % 97}");

        Assert.Empty(assessment.Findings.SelectMany(static f => f.Cells));
    }

    [Fact]
    public async Task Check_ProfilesTheDrawnRowsAlone()
    {
        var (plain, faulty) = (await CheckAsync(static row => $"{Cities[row % 6]},{row % 97}"), await CheckAsync(static row => $"{(row % 1000 == 11 ? "birmxingham" : Cities[row % 6])},{row % 97}"));

        Assert.Equal(plain.Profile.SampleRows, faulty.Profile.SampleRows);
    }

    private static List<SuspectCell> Told(Assessment assessment, string rule) => [.. assessment.Findings.Where(f => f.Rule.Name == rule).SelectMany(static f => f.Cells)];

    private static async Task<Assessment> CheckAsync(Func<int, string> record)
    {
        var path = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"assay-rare-{Guid.NewGuid():N}.csv"));
        try
        {
            await File.WriteAllLinesAsync(path, Enumerable.Range(0, Rows).Select(record).Prepend("city,amount"), TestContext.Current.CancellationToken);
            return await Assay.CheckAsync(path, new() { SampleRows = Rows / 10, Effort = Assays.Detectors.Effort.Quick }, cancellationToken: TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
