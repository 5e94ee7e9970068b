using Assays.Detectors.Fitness;
using Assays.Findings;

namespace Assays.Tests.Detectors.Fitness;

public sealed class PersonalDataTests
{
    [Fact]
    public void Judge_NotesColumnsAboutPersons()
    {
        var finding = Assert.Single(new PersonalData().Judge(Examined.Table(["email", "n"], [.. Examined.Rows(30).Select(static row => new[] { $"user{row}@example.org", $"{row % 7}" })])));

        Assert.Equal("email", Assert.Single(finding.Columns).Name);
        Assert.Equal(Severity.Note, finding.Severity);
        Assert.DoesNotContain("user1", finding.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_IsSilentOnOtherColumns() => Assert.Empty(new PersonalData().Judge(Examined.Column("n", Examined.Rows(30).Select(static row => $"{row % 7}"))));
}
