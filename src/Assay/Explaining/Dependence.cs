using Assays.Data;
using Assays.Detectors;
using Assays.Profiling;

namespace Assays.Explaining;

/// <summary>What follows from what, the surest first: the same thing twice, rules, sums, order, and what merely goes together.</summary>
internal static class Dependence
{
    private const double Rule = 0.95;
    private const double SureRule = 0.99;
    private const int MostRules = 6;

    public static IEnumerable<string> Tell(Evidence evidence)
    {
        var profile = evidence.Profile;
        var twins = Twins.Of(profile);
        foreach (var group in twins.Groups) yield return $"{Wording.Join([.. group.Select(static c => c.Label)])} say the same in different words.";

        var rules = Rules(profile, twins).Take(MostRules).ToList();
        if (rules.Count > 0) yield return string.Join(" ", rules.GroupBy(static r => (string.Join('\n', r.Determinants.Select(static c => c.Ordinal)), r.Violations)).Select(g => Sentence([.. g], profile)));
        foreach (var sum in profile.Relations.Arithmetic.Take(3)) yield return Sum(sum);
        foreach (var order in Orders(profile)) yield return order;
        if (Company.Tell(profile, twins) is { Length: > 0 } company) yield return company;
        if (evidence.Target is { } target && Company.OfTarget(profile, target) is { } telling) yield return telling;
    }

    /// <summary>Rules worth telling: by few columns that are no quantities, said once for columns that say the same, and not turned round.</summary>
    private static IEnumerable<Dependency> Rules(Profile profile, Twins twins)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in profile.Relations.Dependencies.OrderBy(static d => d.Determinants.Length).ThenByDescending(static d => d.Confidence))
        {
            var least = rule.Determinants.Length == 1 ? Rule : SureRule;
            if (rule.Confidence < least || rule.Chance > 0.9 || rule.Determinants.Any(c => Kind.IsMeasured(profile[c]))) continue;
            if (twins.AreSame(rule.Determinants[0], rule.Dependent)) continue;
            if (rule.Determinants.Append(rule.Dependent).Any(c => !twins.Speaks(c))) continue;
            var columns = string.Join('\n', rule.Determinants.Append(rule.Dependent).Select(static c => c.Ordinal).Order());
            if (told.Add(columns)) yield return rule;
        }
    }

    /// <summary>Rules with the same left side, and as many exceptions.</summary>
    private static string Sentence(List<Dependency> rules, Profile profile)
    {
        var rule = rules[0];
        var names = Wording.Join([.. rule.Determinants.Select(static c => c.Label)]);
        var verb = rule.Determinants.Length == 1 ? "decides" : "together decide";
        var but = rule.Violations == 0 ? ""
            : profile.IsSampled ? $" in {Wording.Percent(rule.Confidence)} of the rows"
            : $" in all but {Wording.Count(rule.Violations, "row")}";
        return $"{names} {verb} {Wording.Join([.. rules.Select(static r => r.Dependent.Label)])}{but}.";
    }

    private static string Sum(ArithmeticRelation sum)
    {
        var terms = string.Join(sum.IsProduct ? " × " : " + ", sum.Terms.Select(static c => c.Label));
        return $"{sum.Result.Label} is {terms}{(sum.Share >= 1 ? "" : $" in {Wording.Percent(sum.Share)} of the rows")}.";
    }

    private static IEnumerable<string> Orders(Profile profile) =>
        from order in profile.Relations.Orders.Take(3)
        let isTime = Kind.IsTime(profile[order.Low])
        let almost = order.Share >= 1 ? "never" : "almost never"
        select isTime ? $"{order.High.Label} is {almost} before {order.Low.Label}." : $"{order.High.Label} is {almost} less than {order.Low.Label}.";
}
