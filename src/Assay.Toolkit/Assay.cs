using System.Collections.Immutable;
using Assays.Data;
using Assays.Detectors;
using Assays.Engines;
using Assays.Engines.DuckDb;
using Assays.Findings;
using Assays.Reports;

namespace Assays;

/// <summary>Assay with everything put together: the library's front door, and the command's.</summary>
public static class Assay
{
    /// <summary>Assesses any table: a path, a glob, a URL, or <c>FILE::TABLE</c>.</summary>
    /// <exception cref="InputException">The source cannot be read, or an option does not fit it.</exception>
    public static Task<Assessment> CheckAsync(
        string source, CheckOptions? options = null, IProgress<string>? progress = null, CancellationToken cancellationToken = default) =>
        CheckAsync(Source.Parse(source), options, progress, cancellationToken);

    /// <inheritdoc cref="CheckAsync(string, CheckOptions?, IProgress{string}?, CancellationToken)"/>
    public static Task<Assessment> CheckAsync(
        Source source, CheckOptions? options = null, IProgress<string>? progress = null, CancellationToken cancellationToken = default) =>
        new Checkup(Engines, Checks).RunAsync(source, options ?? new(), progress, cancellationToken);

    /// <summary>Writes a copy of a table with repairs made, and tells every change. The table itself is not touched.</summary>
    /// <param name="path">The new file: csv, tsv, parquet, json or ndjson by its extension.</param>
    /// <param name="choose">Which findings' repairs are made; those that are certain by default.</param>
    /// <exception cref="InputException">The source cannot be read, or the file not be written.</exception>
    public static Task<ImmutableArray<CellChange>> RepairAsync(
        Source source,
        string path,
        Func<Finding, bool>? choose = null,
        CheckOptions? options = null,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default) =>
        new Checkup(Engines, Checks).RepairAsync(
            source, path, choose ?? (static f => f.Repair is { IsCertain: true }), options ?? new(), progress, cancellationToken);

    private static ImmutableArray<Engine> Engines => [new DuckDbEngine()];

    private static ImmutableArray<Check> Checks => CheckCatalog.All;
}
