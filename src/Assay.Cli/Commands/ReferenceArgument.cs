using Assays.Data;
using Assays.Drift;
using Assays.Drift.Baselines;

namespace Assays.Cli.Commands;

/// <summary>Reads a reference as a person names it: a table's address, or a baseline's file.</summary>
internal static class ReferenceArgument
{
    public static async Task<Reference> ReadAsync(string text, CancellationToken cancellationToken) =>
        text.EndsWith(BaselineFile.Extension, StringComparison.OrdinalIgnoreCase) ? new Reference.Kept(await ReadBaselineAsync(text, cancellationToken)) : new Reference.Table(Source.Parse(text));

    public static async Task<Baseline> ReadBaselineAsync(string path, CancellationToken cancellationToken) => BaselineFile.Parse(await TextFile.ReadAsync(path, cancellationToken), path);
}
