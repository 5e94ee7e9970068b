using System.Globalization;
using System.Text.RegularExpressions;
using Assays.Tests.Architecture;

namespace Assays.Tests;

public sealed partial class ExplanationTests
{
    /// <summary>Who reads of a row in a sentence finds it by the same number in the list of cells.</summary>
    [Fact]
    public async Task Findings_NameRowsByTheNumbersThatTheirCellsHave()
    {
        var assessment = await Assay.CheckAsync(Path.Combine(SourceTree.Root.FullName, "samples", "orders.csv"), cancellationToken: TestContext.Current.CancellationToken);
        var named = assessment.Findings.SelectMany(static f => RowName().Matches(f.Explanation).Select(m => (Finding: f, Row: long.Parse(m.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)))).ToList();

        Assert.True(named.Count >= 3);
        Assert.All(named, static n => Assert.Contains(n.Row, n.Finding.Cells.Select(static c => c.Row).Concat(n.Finding.WholeRows)));
    }

    [GeneratedRegex("[Ii]n row ([0-9][0-9,]*)")]
    private static partial Regex RowName();
}
