using System.Collections.Immutable;
using Assays.Data;
using Assays.Drift;
using Assays.Drift.Baselines;
using Assays.Drift.Parts;
using Assays.Engines;
using Assays.Findings;
using Assays.Profiling;

namespace Assays;

/// <summary>Compares an opened table with its reference: makes or takes the reference's baseline, lets every rule judge, and says the verdict.</summary>
internal static class ReferenceCheck
{
    public static async Task<(ImmutableArray<Outcome> Outcomes, ReferenceVerdict Verdict)> RunAsync(
        Profile profile, Sample sample, CheckOptions options, ImmutableArray<ChangeDetector> rules, Func<Source, Task<Table>> open, CancellationToken cancellationToken)
    {
        var by = Find(sample.Schema, options.By, "to compare by");
        if (by is null && options.Period is not null) throw new InputException("A period goes with a column to compare by: name it with --by.");
        var (baseline, before) = await ReferenceAsync(options, open, cancellationToken);
        var current = BaselineMaker.Make(profile, sample, options.Threads);
        var comparison = Comparison.Of(baseline, current, profile, sample) with
        {
            Target = options.Target is null ? null : sample.Schema.Find(options.Target),
            AbsentTarget = options.Target is { } target && sample.Schema.Find(target) is null ? Known(baseline, target) : null,
            Prediction = Find(sample.Schema, options.Prediction, "of predictions"),
            ReferenceSample = before?.Sample,
            Effort = options.Effort,
            Seed = options.Seed,
            Threads = options.Threads,
        };
        if (by is not null)
        {
            var former = before is null ? null : comparison.Pairs.FirstOrDefault(pair => pair.Column == by)?.Reference.Ordinal;
            comparison = comparison with
            {
                Parts = Partition.Of(options.Period, new(profile, sample, by.Ordinal), former is { } at ? before! with { By = at } : null, options.ShowsPersonalValues),
            };
        }

        var outcomes = ImmutableArray.CreateBuilder<Outcome>(rules.Length);
        foreach (var rule in rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            outcomes.Add(Judge(rule, comparison));
        }

        var findings = outcomes.OfType<Outcome.Ran>().SelectMany(static ran => ran.Findings).ToArray();
        return (outcomes.ToImmutable(), VerdictMaker.Make(comparison, findings) with { Parts = comparison.Parts is null ? null : BreakdownMaker.Make(comparison, findings) });
    }

    private static async Task<(Baseline Baseline, TableRows? Rows)> ReferenceAsync(CheckOptions options, Func<Source, Task<Table>> open, CancellationToken cancellationToken)
    {
        if (options.Reference is Reference.Kept kept) return (kept.Baseline, null);
        var source = ((Reference.Table)options.Reference!).Source;
        await using var table = await open(source);
        var sample = await table.SampleAsync(Checkup.SampleSize(table.Schema, options), options.Seed, cancellationToken);
        var profile = await Profiler.ProfileAsync(table, sample, options.Threads, cancellationToken);
        return (BaselineMaker.Make(profile, sample, options.Threads) with { Source = source.Name }, new(profile, sample, 0));
    }

    private static Outcome Judge(ChangeDetector rule, Comparison comparison)
    {
        if (rule.NotApplicable(comparison) is { } reason) return new Outcome.Skipped(rule.Rule, reason);
#pragma warning disable CA1031 // one broken rule must not take the report with it; the report tells which
        try
        {
            return new Outcome.Ran(rule.Rule, [.. rule.Judge(comparison)]);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new Outcome.Failed(rule.Rule, error.Message);
        }
#pragma warning restore CA1031
    }

    private static string Known(Baseline reference, string target) =>
        reference.Find(target) is null ? throw new InputException($"Neither table has a column '{target}' to predict.") : target;

    private static Column? Find(Schema schema, string? name, string purpose) => name is null ? null : schema.Find(name) ?? throw new InputException(
        $"The current table has no column '{name}' {purpose}. Its columns are: {string.Join(", ", schema.Columns.Take(20).Select(static c => c.Label))}.");
}
