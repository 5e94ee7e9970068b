using Assays.Data;
using Assays.Engines;
using Assays.Labels.Errors;
using Assays.Learning.Labels;

namespace Assays;

public static partial class Assay
{
    /// <summary>Opens a table with the engine that reads such a source.</summary>
    /// <exception cref="InputException">The source cannot be read.</exception>
    public static Task<Table> OpenAsync(Source source, CheckOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var chosen = options ?? new();
        var engine = Engines.FirstOrDefault(e => e.Knows(source)) ?? throw new InputException($"No engine reads {source.Name}.");
        return engine.OpenAsync(source, new(chosen.Threads, chosen.MemoryInBytes) { Timeout = chosen.Timeout }, cancellationToken);
    }

    /// <summary>Finds wrong labels: by given probabilities, or by models of the other columns that never saw the row that they judge.</summary>
    /// <param name="probabilities">A table of out-of-sample probabilities: a column a class, a row a row.</param>
    /// <exception cref="InputException">The source cannot be read, or holds nothing to judge.</exception>
    public static async Task<LabelReport> CheckLabelsAsync(
        Source source, LabelCheckOptions labels, Source? probabilities = null, CheckOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        await using var table = await OpenAsync(source, options, cancellationToken);
        await using var given = probabilities is null ? null : await OpenAsync(probabilities, options, cancellationToken);
        return await LabelChecker.CheckAsync(table, source.Name, labels, given, cancellationToken);
    }
}
