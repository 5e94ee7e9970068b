using System.Globalization;
using Assays.Data;
using Assays.Engines.DuckDb;
using Assays.Sql;
using Assays.Tests.Engines.Sources;

namespace Assays.Tests.Engines.DuckDb;

public sealed class DuckDbTableTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task SampleAsync_ReadsEveryRowOfManyBlocks(int threads)
    {
        const int Rows = 70_001;
        await using var table = await OpenAsync(string.Concat(Enumerable.Range(0, Rows).Select(static row => $"{row},{Text(row)}\n")), threads);

        var sample = await table.SampleAsync(Rows, 0, TestContext.Current.CancellationToken);

        Assert.True(sample.IsComplete);
        Assert.Equal(Enumerable.Range(0, Rows).Select(static row => (long)row), sample.RowNumbers.ToArray());
        Assert.Equal(Enumerable.Range(0, Rows).Select(static row => row.ToString(CultureInfo.InvariantCulture)), Enumerable.Range(0, Rows).Select(row => sample.Columns[0][row]));
        Assert.Equal(Enumerable.Range(0, Rows).Select(static row => Text(row) is { Length: > 0 } text ? text : null), Enumerable.Range(0, Rows).Select(row => sample.Columns[1][row]));

        // The engine keeps up to twelve bytes beside a text's length, and longer ones elsewhere.
        static string Text(int row) => (row % 4) switch { 0 => "", 1 => "Łódź", 2 => "twelve bytes", _ => "naïve and long enough to be kept elsewhere" };
    }

    [Theory]
    [InlineData(2, 320, 2)]
    [InlineData(32, 320, 8)]
    [InlineData(4, 20, 1)]
    public async Task Session_HasNoMoreThreadsThanItsMemoryBears(int asked, long mebibytes, int threads)
    {
        await using var session = await DuckDbSession.OpenAsync(new(asked, mebibytes << 20), TestContext.Current.CancellationToken);

        Assert.Equal(threads, session.Options.Threads);
        Assert.Equal(threads, await session.AskAsync<int>(SqlText.Of($"SELECT current_setting('threads')"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RunInBlocks_KeepsNulInTexts()
    {
        await using var session = await DuckDbSession.OpenAsync(new(1, 100L << 20), TestContext.Current.CancellationToken);

        using var blocks = session.RunInBlocks(SqlText.Of($"SELECT length({"a\0b'c"})"), TestContext.Current.CancellationToken);
        var lengths = new List<long>();
        while (blocks.Next()) blocks.Integers(0, lengths);

        Assert.Equal([5], lengths);
    }

    [Fact]
    public async Task RunInBlocks_StopsWhenCancelled()
    {
        await using var session = await DuckDbSession.OpenAsync(new(1, 100L << 20), TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        Assert.Throws<OperationCanceledException>(() => session.RunInBlocks(SqlText.Of($"SELECT count(*) FROM range(100000000000) a WHERE a.range % 7 = 8"), stop.Token).Dispose());
    }

    [Fact]
    public async Task RunInBlocks_TellsWhatTheEngineSays()
    {
        await using var session = await DuckDbSession.OpenAsync(new(1, 100L << 20), TestContext.Current.CancellationToken);

        var error = Assert.Throws<InvalidOperationException>(() => session.RunInBlocks(SqlText.Of($"SELECT nothing FROM nowhere"), TestContext.Current.CancellationToken));

        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);
    }

    private async Task<Assays.Engines.Table> OpenAsync(string csv, int threads) => await new DuckDbEngine().OpenAsync(
        new Source.Files(_folder.Write("data.csv", System.Text.Encoding.UTF8.GetBytes("id,text\n" + csv))), new(threads, 400L << 20), TestContext.Current.CancellationToken);
}
