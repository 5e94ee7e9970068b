using Assays.Cli;
using Assays.Data;
using Assays.Labels.Audit;

namespace Assays.Tests.Labels.Audit;

public sealed class AuditSheetTests
{
    [Fact]
    public async Task Read_OfWhatWasWritten_IsTheSameSheet()
    {
        AuditSheet sheet = new(["text"], [new(3, "suspicion 1", 90, 0.987654321, "cat", AuditVerdict.Right, ["words"]), new(1, "suspicion 2", 10, 0.5, "dog", null, ["more"])]);

        var read = await ReadAsync(sheet);

        Assert.Equal(sheet.Columns, read.Columns);
        Assert.Equal(sheet.Lines.Select(static l => l with { Context = [] }), read.Lines.Select(static l => l with { Context = [] }));
    }

    [Fact]
    public async Task Read_OfASimpleDraw_ExpectsNothing()
    {
        AuditSheet sheet = new([], [new(3, "all", 90, null, "cat", null, [])]);

        Assert.DoesNotContain("stratum_expected", sheet.Header);
        Assert.Null(Assert.Single((await ReadAsync(sheet)).Lines).Expected);
    }

    [Fact]
    public async Task Read_OfAShareThatIsNone_SaysTheLine()
    {
        AuditSheet sheet = new([], [new(3, "suspicion 1", 90, 1.5, "cat", null, [])]);

        var error = await Assert.ThrowsAsync<InputException>(() => ReadAsync(sheet));

        Assert.StartsWith("Line 2 of the sheet has '1.5' as its stratum_expected", error.Message, StringComparison.Ordinal);
    }

    private static async Task<AuditSheet> ReadAsync(AuditSheet sheet)
    {
        var file = Path.Combine(Path.GetTempPath(), $"assay-{Guid.NewGuid():N}.csv");
        try
        {
            await CsvFile.WriteAsync(file, sheet.Records.Prepend(sheet.Header), TestContext.Current.CancellationToken);
            await using var table = await Assay.OpenAsync(Source.Parse(file), cancellationToken: TestContext.Current.CancellationToken);
            return AuditSheet.Read(await table.SampleAsync(int.MaxValue, 0, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
