using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Assays.Detectors;
using Assays.Engines;
using Assays.Findings;

namespace Assays.Quality;

/// <summary>Tells what each check of an assessment takes.</summary>
internal sealed class CheckClock
{
    private readonly ConcurrentDictionary<string, TimeSpan> _costs = new(StringComparer.Ordinal);

    public ImmutableDictionary<string, TimeSpan> Costs => _costs.ToImmutableDictionary();

    /// <summary>The same checks, with a clock around each.</summary>
    public ImmutableArray<Check> Time(ImmutableArray<Check> checks) =>
        [.. checks.Select(check => check is Investigator investigator ? (Check)new TimedInvestigator(this, investigator) : new TimedDetector(this, (Detector)check))];

    private void Add(Rule rule, long began) => _costs.AddOrUpdate(rule.Name, Stopwatch.GetElapsedTime(began), (_, before) => before + Stopwatch.GetElapsedTime(began));

    private sealed class TimedDetector(CheckClock clock, Detector inner) : Detector
    {
        public override Rule Rule => inner.Rule;

        public override string? NotApplicable(Examination examination) => inner.NotApplicable(examination);

        public override IEnumerable<Finding> Judge(Examination examination)
        {
            var began = Stopwatch.GetTimestamp();
            var findings = inner.Judge(examination).ToList();
            clock.Add(Rule, began);
            return findings;
        }
    }

    private sealed class TimedInvestigator(CheckClock clock, Investigator inner) : Investigator
    {
        public override Rule Rule => inner.Rule;

        public override string? NotApplicable(Examination examination) => inner.NotApplicable(examination);

        public override async Task<ImmutableArray<Finding>> InvestigateAsync(Table table, Examination examination, CancellationToken cancellationToken = default)
        {
            var began = Stopwatch.GetTimestamp();
            var findings = await inner.InvestigateAsync(table, examination, cancellationToken);
            clock.Add(Rule, began);
            return findings;
        }
    }
}
