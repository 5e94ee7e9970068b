using Assays.Drift.Changes;
using Assays.Findings;

namespace Assays.Tests.Drift.Changes;

public sealed class ReorderedColumnsTests
{
    [Fact]
    public void Judge_NotesAnotherOrder()
    {
        var finding = Assert.Single(new ReorderedColumns().Judge(Compared.With(static row => [row[1], row[0], .. row[2..]], ["city", "amount", .. Compared.Names[2..]])));

        Assert.Equal(Severity.Note, finding.Severity);
        Assert.Equal(["city", "amount"], finding.Columns.Select(static c => c.Name));
    }

    [Fact]
    public void Judge_IsSilentOnATwin() => Assert.Empty(new ReorderedColumns().Judge(Compared.Twin()));
}
