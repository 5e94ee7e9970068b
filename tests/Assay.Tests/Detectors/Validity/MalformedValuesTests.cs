using System.Globalization;
using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class MalformedValuesTests
{
    [Fact]
    public void Judge_FindsAStrayLetterInACode()
    {
        var finding = Assert.Single(new MalformedValues().Judge(Examined.Column("lake", Codes.Append("CT5111-u09-1"))));

        Assert.Equal(60, Assert.Single(finding.Cells).Row);
    }

    [Fact]
    public void Judge_IsSilentOnCodesOfOneForm() => Assert.Empty(new MalformedValues().Judge(Examined.Column("lake", Codes)));

    [Fact]
    public void Judge_IsSilentOnNames() =>
        Assert.Empty(new MalformedValues().Judge(Examined.Column("name", Enumerable.Repeat("San Jose", 40).Concat(["Winston-Salem", "St. Louis"]))));

    private static IEnumerable<string> Codes => Enumerable.Range(0, 60).Select(static i => string.Create(CultureInfo.InvariantCulture, $"CT{5100 + i}-{i % 90:00}-{i % 3}"));
}
