using Assays.Data;
using Assays.Engines;
using Assays.Engines.DuckDb;

namespace Assays.Tests.Contracts;

/// <summary>A CSV text as an opened table; the file goes with it.</summary>
internal sealed class TextTable(Table table, string path) : IAsyncDisposable
{
    public Table Table { get; } = table;

    public string Path => path;

    public static async Task<TextTable> OpenAsync(string csv)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"assay-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(path, csv);
        return new(await new DuckDbEngine().OpenAsync(new Source.Files(path), new(1, 200_000_000)), path);
    }

    public async ValueTask DisposeAsync()
    {
        await Table.DisposeAsync();
        File.Delete(path);
    }
}
