using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Profiling;

namespace Assays.Contracts.Inference;

/// <summary>Rules about several columns: which is never above which, and which determine another.</summary>
internal static class RelationRules
{
    private const int MostOrders = 20;
    private const int MostDependencies = 20;
    private const int LeastRows = 100;
    private const int LeastGroups = 20;

    /// <summary>The expected number of other rows in the wrong order from which on the order is taken for chance.</summary>
    private const double Risk = 0.01;

    /// <summary>The different numbers that both columns share in a row that tell of a part that may be the whole.</summary>
    private const int LeastSame = 20;

    public static ImmutableArray<QualityRule> Suggest(Profile profile, Sample sample)
    {
        if (sample.Rows < LeastRows) return [];
        var orders = profile.Relations.Orders
            .Where(o => o.Share == 1 && profile[o.Low].Numeric is not null && profile[o.High].Numeric is not null && IsNoChance(sample[o.Low], sample[o.High]))
            .Take(MostOrders)
            .Select(o => Own(OwnRule.Order, [o.Low, o.High], new(Operator.MustBe, 0), inPercent: false,
                string.Create(CultureInfo.InvariantCulture, $"'{o.Low.Name}' was never above '{o.High.Name}' in {sample.Rows:#,0} rows.")));
        var dependencies = profile.Relations.Dependencies
            .Where(static d => d is { Violations: 0, Determinants.Length: 1, Groups: >= LeastGroups })
            .Take(MostDependencies)
            .Select(d => Own(OwnRule.Dependency, [.. d.Determinants, d.Dependent], new(Operator.MustBeLessOrEqualTo, Round.Up(1 + 300.0 / sample.Rows)), inPercent: true,
                string.Create(CultureInfo.InvariantCulture, $"'{d.Dependent.Name}' was the same in all rows of each of {d.Groups:#,0} values of '{d.Determinants[0].Name}'.")));
        return [.. orders, .. dependencies];
    }

    /// <summary>Whether the tail of the differences ends before zero, or rows gather there because one is a part of the other.</summary>
    private static bool IsNoChance(SampledColumn low, SampledColumn high)
    {
        var steps = Enumerable.Range(0, low.Codes.Length).Select(row => low.Number(row) - high.Number(row)).Where(double.IsFinite).ToArray();
        return Enumerable.Range(0, low.Codes.Length).Where(row => low.Number(row) == high.Number(row)).Select(low.Number).Distinct().Take(LeastSame).Count() == LeastSame
            || Tail.Of(steps.Select(static s => (s, 1)).OrderByDescending(static s => s.s), steps.Length)?.Limit(Risk) < 0;
    }

    private static QualityRule Own(string metric, ImmutableArray<Column> columns, Expectation expectation, bool inPercent, string why) => new(RuleKind.Custom)
    {
        Engine = OwnRule.Engine, Metric = metric, Arguments = new() { Properties = [.. columns.Select(static c => c.Name)] },
        Expectation = expectation, InPercent = inPercent, Dimension = "consistency", Description = why,
    };
}
