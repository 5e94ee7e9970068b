using Assays.Detectors.Completeness;
using Assays.Findings;
using Assays.Profiling;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Tests.Detectors.Completeness;

public sealed class DisguisedGapsTests
{
    [Fact]
    public void Judge_ListsTokensAmongNumbers()
    {
        var examination = Examined.Column("ibu", ["12", "N/A", "40", "N/A"]).With("ibu", static column => column with
        {
            Type = ValueType.Integer, Disguised = [new("N/A", 2, 0.99, "It is the usual mark of a missing value.")],
        });

        var finding = Assert.Single(new DisguisedGaps().Judge(examination));

        Assert.Equal([1, 3], finding.Cells.Select(static cell => cell.Row));
        Assert.All(finding.Cells, static cell => Assert.Equal(0.99, cell.Confidence));
    }

    [Fact]
    public void Judge_OnlyNotesAConventionOfAColumnOfWords()
    {
        var examination = Examined.Column("address", ["Main St", "none", "High St", "none"]).With("address", static column => column with
        {
            Type = ValueType.Text, Disguised = [new("none", 2, 0.9, "It is the usual mark of a missing value.")],
        });

        var finding = Assert.Single(new DisguisedGaps().Judge(examination));

        Assert.Equal(Severity.Note, finding.Severity);
        Assert.Empty(finding.Cells);
    }

    [Fact]
    public void Judge_IsSilentWhereNothingIsDisguised() => Assert.Empty(new DisguisedGaps().Judge(Examined.Column("ibu", ["12", "40"])));
}
