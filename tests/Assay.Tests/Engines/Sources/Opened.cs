using System.Text;
using Assays.Data;
using Assays.Engines;
using Assays.Engines.DuckDb;

namespace Assays.Tests.Engines.Sources;

/// <summary>A source read whole, for tests to look at.</summary>
internal sealed record Opened(Schema Schema, Structure Structure, long[] RowNumbers, string?[][] Rows)
{
    public string[] Names => [.. Schema.Columns.Select(static c => c.Name)];

    public static async Task<Opened> FromAsync(Source source, DuckDbEngine? engine = null, long memory = 400L << 20)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var table = await (engine ?? new DuckDbEngine()).OpenAsync(source, new(Threads: 2, memory), cancellation);
        var sample = await table.SampleAsync(int.MaxValue, 0, cancellation);
        var rows = Enumerable.Range(0, sample.Rows).Select(row => sample.Columns.Select(c => c[row]).ToArray()).ToArray();
        return new(table.Schema, table.Structure, sample.RowNumbers.ToArray(), rows);
    }

    public static Task<Opened> FromAsync(string text, string name = "data.csv", Encoding? encoding = null) =>
        FromAsync([.. (encoding ?? new UTF8Encoding(false)).GetPreamble(), .. (encoding ?? new UTF8Encoding(false)).GetBytes(text)], name);

    public static async Task<Opened> FromAsync(byte[] bytes, string name = "data.csv")
    {
        using var folder = new Folder();
        return await FromAsync(new Source.Files(folder.Write(name, bytes)));
    }

    /// <summary>The message with which the source is refused.</summary>
    public static async Task<string> RefusalOfAsync(byte[] bytes, string name)
    {
        var error = await Assert.ThrowsAsync<InputException>(() => FromAsync(bytes, name));
        Assert.DoesNotContain('\n', error.Message);
        return error.Message;
    }

    public static Task<string> RefusalOfAsync(string text, string name) => RefusalOfAsync(Encoding.UTF8.GetBytes(text), name);
}
