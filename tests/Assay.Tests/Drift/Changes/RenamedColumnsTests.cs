using Assays.Drift.Changes;

namespace Assays.Tests.Drift.Changes;

public sealed class RenamedColumnsTests
{
    [Theory]
    [InlineData("amount", "total")]
    [InlineData("city", "town")]
    [InlineData("share", "SHARE")]
    public void Judge_FindsAColumnUnderItsNewName(string former, string name)
    {
        var finding = Assert.Single(new RenamedColumns().Judge(Compared.With(static row => row, [.. Compared.Names.Select(n => n == former ? name : n)])));

        Assert.Equal(name, finding.Columns[0].Name);
        Assert.Contains(former, finding.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_DoesNotTakeAnotherColumnForARenamedOne() =>
        Assert.Empty(new RenamedColumns().Judge(Compared.With(static row => [.. row[..^1], "7"], [.. Compared.Names[..^1], "version"])));

    [Theory]
    [InlineData("code")]
    [InlineData("remark")]
    public void Judge_FindsAColumnWhoseValuesNeverComeBack_ByItsPlaceAndShape(string former) =>
        Assert.Equal("field", Assert.Single(new RenamedColumns().Judge(Compared.With(static row => row, [.. Compared.Names.Select(n => n == former ? "field" : n)]))).Columns[0].Name);

    [Fact]
    public void Judge_IsSilentOnATwin() => Assert.Empty(new RenamedColumns().Judge(Compared.Twin()));
}
