using Assays.Reports;

namespace Assays.Tests.Reports;

public sealed class PipelineAnnotationsTests
{
    [Fact]
    public void GitHub_WritesTheApprovedLines() => Snapshot.Match(string.Join('\n', PipelineAnnotations.GitHub(Samples.Assessment)) + "\n");

    [Fact]
    public void Azure_WritesTheApprovedLines() => Snapshot.Match(string.Join('\n', PipelineAnnotations.Azure(Samples.Assessment)) + "\n");

    [Fact]
    public void GitHub_TellsTheWorstAndCountsTheRest()
    {
        var many = Samples.Assessment with { Findings = [.. Enumerable.Repeat(Samples.Assessment.Findings[0], 25)] };

        var lines = PipelineAnnotations.GitHub(many);

        Assert.Equal(11, lines.Length);
        Assert.Equal("::notice title=Assay::15 more findings are in the report.", lines[^1]);
    }

    [Theory]
    [MemberData(nameof(Hostile.Texts), MemberType = typeof(Hostile))]
    public void Lines_HoldOneCommandEach(string text)
    {
        var hostile = Hostile.Of(text);

        var gitHub = Assert.Single(PipelineAnnotations.GitHub(hostile));
        var azure = Assert.Single(PipelineAnnotations.Azure(hostile));

        Assert.StartsWith("::error file=", gitHub, StringComparison.Ordinal);
        Assert.Equal(0, azure.LastIndexOf("##vso[", StringComparison.Ordinal));
        Assert.DoesNotContain(gitHub + azure, static c => char.IsControl(c));
    }
}
