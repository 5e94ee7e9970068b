using Assays.Data;
using Assays.Drift;
using Assays.Drift.Baselines;
using Assays.Engines.Sources;

namespace Assays.Cli.Commands;

/// <summary>Reads a reference as a person names it: a table's address, a baseline's file, or a pattern of such files, which are added up.</summary>
internal static class ReferenceArgument
{
    public static async Task<Reference> ReadAsync(string text, CancellationToken cancellationToken) =>
        IsBaseline(text) ? new Reference.Kept(await ReadBaselinesAsync([text], cancellationToken)) : new Reference.Table(Source.Parse(text));

    /// <summary>Adds baselines up.</summary>
    /// <param name="names">Files, or patterns of files; at least one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<Baseline> ReadBaselinesAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        string[] paths = [.. names.SelectMany(static name => FileGlob.IsGlob(name) && !File.Exists(name) ? FileGlob.Match(name).Paths : [name])];
        var whole = await ReadAsync(paths[0]);
        if (paths.Length == 1) return whole;
        var name = $"{whole.Source} and {paths.Length - 1} more";
        foreach (var path in paths.Skip(1)) whole += await ReadAsync(path);
        return whole.Compact() with { Source = name };

        async Task<Baseline> ReadAsync(string path) => BaselineFile.Parse(await TextFile.ReadAsync(path, cancellationToken), path);
    }

    private static bool IsBaseline(string text) => text.EndsWith(BaselineFile.Extension, StringComparison.OrdinalIgnoreCase);
}
