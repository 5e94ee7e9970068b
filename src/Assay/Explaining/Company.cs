using System.Globalization;
using Assays.Data;
using Assays.Detectors;
using Assays.Profiling;

namespace Assays.Explaining;

/// <summary>What goes together without a rule: numbers that rise with each other, numbers that differ by kind, kinds that keep company.</summary>
internal static class Company
{
    private const double Strong = 0.6;
    private const double AsOne = 0.9;
    private const int MostPairs = 5;

    public static string Tell(Profile profile, Twins twins)
    {
        var pairs = profile.Relations.Associations
            .Where(a => twins.Speaks(a.Left) && twins.Speaks(a.Right) && Math.Abs(a.Strength) >= Strong && !IsTold(profile, a)).ToList();
        var byKind = pairs.Where(static p => p.Measure == "correlation-ratio").Select(p => ByKind(profile, p)).OfType<Difference>()
            .GroupBy(static d => d.Kind).Take(MostPairs).Select(static g => Sentence([.. g]));
        pairs.RemoveAll(static p => p.Measure == "correlation-ratio");
        var groups = Groups(pairs).ToList();
        var grouped = groups.SelectMany(static g => g).Select(static c => c.Ordinal).ToHashSet();
        var rest = pairs.Where(p => !(grouped.Contains(p.Left.Ordinal) && grouped.Contains(p.Right.Ordinal))).Take(MostPairs);
        return string.Join(" ", groups.Select(AsOneSentence).Concat(rest.Select(static p => Sentence(p))).Concat(byKind));
    }

    /// <summary>The columns that say most about the one to predict.</summary>
    public static string? OfTarget(Profile profile, Column target)
    {
        var telling = profile.Relations.Associations.Where(a => a.Left == target || a.Right == target).Take(4)
            .Select(a => $"{(a.Left == target ? a.Right : a.Left).Label} ({Strength(a.Strength)})").ToList();
        return telling.Count == 0 ? null : $"Most is said about {target.Label} by {Wording.Join(telling)}; 0 is nothing and 1 is everything.";
    }

    // A rule, a sum or an order says more than that two columns go together.
    private static bool IsTold(Profile profile, Association pair) =>
        profile.Relations.Dependencies.Any(d => d.Confidence >= 0.9 && d.Determinants.Length == 1 && Covers([d.Determinants[0], d.Dependent], pair))
        || profile.Relations.Orders.Any(o => Covers([o.Low, o.High], pair))
        || profile.Relations.Arithmetic.Any(a => Covers([a.Result, .. a.Terms], pair));

    private static bool Covers(ReadOnlySpan<Column> columns, Association pair) => columns.Contains(pair.Left) && columns.Contains(pair.Right);

    /// <summary>Three numbers or more that all but replace each other.</summary>
    private static IEnumerable<List<Column>> Groups(List<Association> pairs)
    {
        var groups = new List<List<Column>>();
        foreach (var pair in pairs.Where(static p => p.Measure == "spearman" && p.Strength >= AsOne))
        {
            var touched = groups.Where(g => g.Contains(pair.Left) || g.Contains(pair.Right)).ToList();
            groups.RemoveAll(touched.Contains);
            groups.Add([.. touched.SelectMany(static g => g).Append(pair.Left).Append(pair.Right).Distinct().OrderBy(static c => c.Ordinal)]);
        }

        return groups.Where(static g => g.Count > 2).OrderBy(static g => g[0].Ordinal);
    }

    private static string AsOneSentence(List<Column> group) => $"{Wording.Join([.. group.Select(static c => c.Label)])} rise and fall almost as one.";

    private static string Sentence(Association pair) => pair.Measure switch
    {
        "spearman" => $"The higher {pair.Left.Label}, the {(pair.Strength > 0 ? "higher" : "lower")} {pair.Right.Label} (rank correlation {Strength(pair.Strength)}).",
        _ => $"{pair.Left.Label} and {pair.Right.Label} keep company (Cramér's V {Strength(pair.Strength)}).",
    };

    /// <summary>A number that differs by kind; none where neither column measures anything.</summary>
    private static Difference? ByKind(Profile profile, Association pair)
    {
        var explained = Math.Round(pair.Strength * pair.Strength, 2);
        if (Kind.IsMeasured(profile[pair.Right])) return new(pair.Left, pair.Right, explained);
        return Kind.IsMeasured(profile[pair.Left]) ? new(pair.Right, pair.Left, explained) : null;
    }

    private static string Sentence(List<Difference> differences)
    {
        var kind = differences[0].Kind.Label;
        var (low, high) = (differences.Min(static d => d.Explained), differences.Max(static d => d.Explained));
        if (differences is [var only]) return $"{only.Number.Label} differs by {kind}, which accounts for {Wording.Percent(only.Explained)} of its variance.";
        var share = low == high ? Wording.Percent(low) : $"{Math.Round(100 * low).ToString(CultureInfo.InvariantCulture)} to {Wording.Percent(high)}";
        return $"{Wording.Join([.. differences.Select(static d => d.Number.Label)])} differ by {kind}, which accounts for {share} of their variance.";
    }

    /// <param name="Explained">The share of the number's variance that the kind accounts for, 0 to 1.</param>
    private sealed record Difference(Column Kind, Column Number, double Explained);

    private static string Strength(double strength) => strength.ToString("0.00", CultureInfo.InvariantCulture);
}
