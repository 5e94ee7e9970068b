using System.Collections.Immutable;
using System.Globalization;
using System.Diagnostics;
using Assays.Contracts;
using Assays.Contracts.Clauses;
using Assays.Contracts.Inference;
using Assays.Data;
using Assays.Detectors;
using Assays.Drift;
using Assays.Drift.Baselines;
using Assays.Engines;
using Assays.Explaining;
using Assays.Findings;
using Assays.Grading;
using Assays.Profiling;
using Assays.Reports;

namespace Assays;

/// <summary>The one button: opens a source, profiles it, runs every check, grades, explains and hands over the assessment.</summary>
public sealed class Checkup(ImmutableArray<Engine> engines, ImmutableArray<Check> checks, TimeProvider? time = null, ImmutableArray<ChangeDetector> changes = default)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Assesses a source.</summary>
    /// <exception cref="InputException">The source cannot be read, or an option does not fit it.</exception>
    public async Task<Assessment> RunAsync(
        Source source, CheckOptions options, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var clock = new StageClock(progress);
        clock.Begin("open");
        await using var table = await OpenAsync(source, options, cancellationToken);
        return await AssessAsync(source, table, options, clock, cancellationToken);
    }

    /// <summary>Assesses a source, and writes a copy of it with the chosen repairs made.</summary>
    /// <param name="path">The new file; its extension tells the format.</param>
    /// <param name="choose">Which findings' repairs are made.</param>
    /// <returns>Every change that was made.</returns>
    /// <exception cref="InputException">The source cannot be read, or the file not be written.</exception>
    public async Task<ImmutableArray<CellChange>> RepairAsync(
        Source source, string path, Func<Finding, bool> choose, CheckOptions options, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var clock = new StageClock(progress);
        clock.Begin("open");
        await using var table = await OpenAsync(source, options, cancellationToken);
        Require(table.Capabilities.WritesCopies, source, "Writing a repaired copy");
        var assessment = await AssessAsync(source, table, options, clock, cancellationToken);
        clock.Begin("repair");
        return await Repairer.WriteAsync(table, assessment.Findings.Where(choose), path, cancellationToken);
    }

    /// <summary>
    /// Checks a source against a contract, and parts its rows: those that break no demand on a single row or on unique values go to one
    /// file, the others, with what they break, to another. Every row goes to exactly one of them.
    /// </summary>
    /// <param name="valid">The file of the rows that are as they must be; its extension tells the format.</param>
    /// <param name="quarantine">The file of the others.</param>
    /// <exception cref="InputException">The source cannot be read, or a file not be written.</exception>
    public async Task<Assessment> SplitAsync(
        Source source, string valid, string quarantine, CheckOptions options, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var contract = options.Contract ?? throw new InputException("Rows can be parted only by a contract.");
        var clock = new StageClock(progress);
        clock.Begin("open");
        await using var table = await OpenAsync(source, options, cancellationToken);
        Require(table.Capabilities.WritesCopies, source, "Parting the rows");
        var assessment = await AssessAsync(source, table, options, clock, cancellationToken);
        clock.Begin("split");
        await Quarantine.WriteAsync(table, Clauses(contract, source.Title, table.Schema), valid, quarantine, cancellationToken);
        return assessment;
    }

    /// <summary>Suggests a contract from a source, without the rules that the source itself breaks.</summary>
    /// <exception cref="InputException">The source cannot be read.</exception>
    public async Task<Contract> SuggestContractAsync(
        Source source, CheckOptions options, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var clock = new StageClock(progress);
        clock.Begin("open");
        await using var table = await OpenAsync(source, options, cancellationToken);
        clock.Begin("profile");
        var sample = await table.SampleAsync(SampleSize(table.Schema, options), options.Seed, cancellationToken);
        var profile = await Profiler.ProfileAsync(table, sample, options.Threads, cancellationToken);
        clock.Begin("relate");
        profile = profile with { Relations = RelationFinder.Find(sample, profile, options.Threads, cancellationToken) };
        clock.Begin("suggest");
        var contract = ContractSuggester.Suggest(profile, sample, source.Title);
        return await ContractTrial.PassedAsync(table, contract, cancellationToken);
    }

    /// <summary>Keeps what a table is like, to judge later data by.</summary>
    /// <exception cref="InputException">The source cannot be read.</exception>
    public async Task<Baseline> BaselineAsync(Source source, CheckOptions options, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var clock = new StageClock(progress);
        clock.Begin("open");
        var files = EngineOf(source).FilesOf(source);
        await using var table = await OpenAsync(source, options, cancellationToken);
        clock.Begin("sample");
        var carried = table.Capabilities.BytesPerCell == 0 ? int.MaxValue : options.ProfileBytes / table.Capabilities.BytesPerCell;
        var sample = await table.SampleAsync(SampleSize(table.Schema, options with { SampleCells = Math.Min(options.SampleCells, carried) }), options.Seed, cancellationToken);
        clock.Begin("profile");
        var profile = await Profiler.ProfileAsync(table, sample, options.Threads, cancellationToken);
        return BaselineMaker.Make(profile, sample, options.Threads).Compact() with { Source = source.Name, Made = _time.GetUtcNow(), Files = files };
    }

    /// <summary>Adds to what was kept of a table the files that have come since; those that were there are not read again.</summary>
    /// <returns>The baseline of all files; the one that was kept when none is new.</returns>
    /// <exception cref="InputException">The source cannot be read, is not of files, or has lost or changed a file since.</exception>
    public async Task<Baseline> UpdateAsync(
        Baseline kept, Source source, CheckOptions options, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(source);
        if (source is not Source.Files files) throw new InputException($"Only a table in local files is profiled by what is new in it. Of {source.Name} profile what is new by --query, and add it with 'assay merge'.");
        var news = NewFiles.Among(EngineOf(source).FilesOf(source), kept, source.Name);
        if (news.Count == 0) return kept;
        var added = await BaselineAsync(files with { Only = news }, options, progress, cancellationToken);
        return (kept + added).Compact();
    }

    private static ImmutableArray<Clause> Clauses(Contract contract, string title, Schema schema) =>
        ClauseCompiler.Compile(
            contract.Find(title) ?? throw new InputException(
                $"The contract has several tables and none is named '{title}'. Say which one is meant with --table: {string.Join(", ", contract.Tables.Select(static t => t.Name))}."),
            schema);

    private Engine EngineOf(Source source) => engines.FirstOrDefault(e => e.Knows(source)) ?? throw new InputException($"No engine reads {source.Name}.");

    private async Task<Table> OpenAsync(Source source, CheckOptions options, CancellationToken cancellationToken)
    {
        var table = await EngineOf(source).OpenAsync(source, new(options.Threads, options.MemoryInBytes) { Timeout = options.Timeout }, cancellationToken);
        if (options.MaxScanRows is not { } most || table.Rows <= most) return table;
        await table.DisposeAsync();
        throw new InputException(string.Create(
            CultureInfo.InvariantCulture, $"{source.Name} has {table.Rows:#,0} rows, more than the {most:#,0} that --max-scan allows; assess a part of it by --query."));
    }

    private static void Require(bool isCapable, Source source, string what)
    {
        if (!isCapable) throw new InputException($"{what} is not possible yet where {source.Name} is; write the table to a file first, and use that.");
    }

    private async Task<Assessment> AssessAsync(Source source, Table table, CheckOptions options, StageClock clock, CancellationToken cancellationToken)
    {
        // Later data need not have the answers yet.
        var target = options.Target is null || (options.Reference is not null && table.Schema.Find(options.Target) is null) ? null : FindTarget(table.Schema, options.Target);

        clock.Begin("sample");
        var sample = await table.SampleAsync(SampleSize(table.Schema, options), options.Seed, cancellationToken);

        clock.Begin("profile");
        var profile = await Profiler.ProfileAsync(table, sample, options.Threads, cancellationToken);

        if (!checks.IsEmpty || options.Reference is null)
        {
            clock.Begin("relate");
            profile = profile with { Relations = RelationFinder.Find(sample, profile, options.Threads, cancellationToken) };
        }

        clock.Begin("seek");
        var examined = checks.IsEmpty ? sample : await RareRows.AddAsync(table, profile, sample, cancellationToken);
        profile = Profiler.WithRare(profile, sample, examined);

        clock.Begin("check");
        var examination = new Examination(table.Structure, profile, examined, _time.GetUtcNow().UtcDateTime)
        {
            Target = target, Effort = options.Effort, Seed = options.Seed, Threads = options.Threads,
        };
        var outcomes = await RunAsync(table, examination, cancellationToken);

        clock.Begin("locate");
        var located = await Locator.LocateAsync(table, examined, Fusion.Combine(outcomes), cancellationToken);
        if (options.Contract is { } contract) located = [.. located, .. await ContractChecker.CheckAsync(table, Clauses(contract, source.Title, table.Schema), cancellationToken)];

        ReferenceVerdict? verdict = null;
        if (options.Reference is not null)
        {
            clock.Begin("compare");
            (var compared, verdict) = await ReferenceCheck.RunAsync(
                profile, sample, options, changes.IsDefault ? DriftCatalog.All : changes, source => OpenAsync(source, options, cancellationToken), cancellationToken);
            located = [.. located, .. await Locator.LocateAsync(table, sample, compared, cancellationToken)];
        }

        clock.Begin("grade");
        var findings = located.OfType<Outcome.Ran>().SelectMany(static ran => ran.Findings)
            .OrderByDescending(f => f.Severity)
            .ThenByDescending(f => Grader.Points(f, table.Rows, table.Schema.Columns.Length))
            .ThenBy(static f => f.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        var dimensions = located.OfType<Outcome.Ran>().Select(static ran => ran.Rule.Dimension);
        var grade = Grader.Grade(findings, table.Rows, table.Schema.Columns.Length, dimensions);

        clock.Begin("explain");
        var explanation = Explainer.Explain(new(profile, sample, findings, grade) { Target = target });

        clock.Begin("excerpt");
        var excerpt = await Excerpts.CollectAsync(table, sample, findings, cancellationToken);

        return new(source.Name, table.Structure, table.Schema, profile, located, findings, grade, explanation, excerpt, clock.End())
        {
            Effort = options.Effort.ToString().ToLowerInvariant(), Target = target, ShowsPersonalValues = options.ShowsPersonalValues, Reference = verdict,
        };
    }

    private static Column FindTarget(Schema schema, string name) =>
        schema.Find(name) ?? throw new InputException(
            $"There is no column '{name}' to predict. The columns are: {string.Join(", ", schema.Columns.Take(20).Select(c => c.Label))}.");

    /// <summary>The rows that are brought into the process at most: fewer of a wide table.</summary>
    public static int SampleSize(Schema schema, CheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(options);
        var columns = Math.Max(1, schema.Columns.Length);
        return Math.Min(options.SampleRows, Math.Max(1_000, options.SampleCells / columns));
    }

    /// <summary>Detectors are pure and run side by side; investigators ask the engine and use all threads themselves, so each runs alone.</summary>
    private async Task<ImmutableArray<Outcome>> RunAsync(Table table, Examination examination, CancellationToken cancellationToken)
    {
        var outcomes = new Outcome[checks.Length];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, checks.Length).Where(i => checks[i] is Detector),
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, examination.Threads), CancellationToken = cancellationToken },
            async (i, token) => outcomes[i] = await RunAsync(checks[i], table, examination, token));
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] ??= await RunAsync(checks[i], table, examination, cancellationToken);
        }

        return [.. outcomes];
    }

    private static async Task<Outcome> RunAsync(Check check, Table table, Examination examination, CancellationToken cancellationToken)
    {
        if (check is Investigator && examination.Effort == Effort.Quick) return new Outcome.Skipped(check.Rule, "Models of the data are not trained with quick effort.");
        if (check.NotApplicable(examination) is { } reason) return new Outcome.Skipped(check.Rule, reason);

#pragma warning disable CA1031 // one broken check must not take the report with it; the report tells which
        try
        {
            return new Outcome.Ran(check.Rule, check switch
            {
                Detector detector => [.. detector.Judge(examination)],
                Investigator investigator => await investigator.InvestigateAsync(table, examination, cancellationToken),
                _ => throw new UnreachableException(),
            });
        }
        catch (Exception error) when (error is not (OperationCanceledException or EngineException))
        {
            return new Outcome.Failed(check.Rule, error.Message);
        }
#pragma warning restore CA1031
    }

    /// <summary>Times the stages and tells them to whoever listens.</summary>
    private sealed class StageClock(IProgress<string>? progress)
    {
        private readonly ImmutableArray<Timing>.Builder _timings = ImmutableArray.CreateBuilder<Timing>();
        private long _began;
        private string? _stage;

        public void Begin(string stage)
        {
            End();
            (_stage, _began) = (stage, Stopwatch.GetTimestamp());
            progress?.Report(stage);
        }

        public ImmutableArray<Timing> End()
        {
            if (_stage is not null) _timings.Add(new(_stage, Stopwatch.GetElapsedTime(_began)));
            _stage = null;
            return _timings.ToImmutable();
        }
    }
}
