using System.Collections.Immutable;
using Assays.Contracts;
using Assays.Data;
using Assays.Detectors;
using Assays.Drift;
using Assays.Engines;
using Assays.Findings;
using Assays.Learning;
using Assays.Reports;

namespace Assays;

/// <summary>Assay with everything put together: the library's front door, and the command's.</summary>
public static partial class Assay
{
    /// <summary>Assesses any table: a path, a glob, a URL, a server's address, or <c>FILE::TABLE</c>.</summary>
    /// <exception cref="InputException">The source cannot be read, or an option does not fit it.</exception>
    public static Task<Assessment> CheckAsync(
        string source, CheckOptions? options = null, IProgress<string>? progress = null, CancellationToken cancellationToken = default) =>
        CheckAsync(Source.Parse(source), options, progress, cancellationToken);

    /// <inheritdoc cref="CheckAsync(string, CheckOptions?, IProgress{string}?, CancellationToken)"/>
    public static Task<Assessment> CheckAsync(
        Source source, CheckOptions? options = null, IProgress<string>? progress = null, CancellationToken cancellationToken = default) =>
        new Checkup(Engines, Checks, changes: Changes).RunAsync(source, options ?? new(), progress, cancellationToken);

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

    /// <summary>Suggests a contract from a table: what holds in it, with room to spare. Every rule in it holds in the table itself.</summary>
    /// <exception cref="InputException">The source cannot be read.</exception>
    public static Task<Contract> SuggestContractAsync(
        Source source, CheckOptions? options = null, IProgress<string>? progress = null, CancellationToken cancellationToken = default) =>
        new Checkup(Engines, []).SuggestContractAsync(source, options ?? new(), progress, cancellationToken);

    /// <summary>Checks a table against a contract and nothing else.</summary>
    /// <returns>An assessment whose outcomes are the contract's demands.</returns>
    /// <exception cref="InputException">The source cannot be read, or the contract is about other tables.</exception>
    public static Task<Assessment> CheckContractAsync(
        Source source, Contract contract, CheckOptions? options = null, IProgress<string>? progress = null, CancellationToken cancellationToken = default) =>
        new Checkup(Engines, []).RunAsync(source, ForContract(options, contract), progress, cancellationToken);

    /// <summary>Checks a table against a contract, and parts its rows into those that keep it and those that break it.</summary>
    /// <exception cref="InputException">The source cannot be read, or a file not be written.</exception>
    public static Task<Assessment> SplitAsync(
        Source source, Contract contract, string valid, string quarantine, CheckOptions? options = null, IProgress<string>? progress = null,
        CancellationToken cancellationToken = default) =>
        new Checkup(Engines, []).SplitAsync(source, valid, quarantine, ForContract(options, contract), progress, cancellationToken);

    /// <summary>A contract is checked over all rows in the engine; the sample only shows what the columns are.</summary>
    private static CheckOptions ForContract(CheckOptions? options, Contract contract) => (options ?? new()) with { Contract = contract, SampleRows = 2_000 };

    private static ImmutableArray<Engine> Engines => EngineCatalog.All;

    private static ImmutableArray<ChangeDetector> Changes => [.. DriftCatalog.All, .. LearningCatalog.Changes];

    private static ImmutableArray<Check> Checks => [.. CheckCatalog.All, .. LearningCatalog.All];
}
