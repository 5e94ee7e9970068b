using System.Collections.Immutable;
using Assays.Data;
using Assays.Profiling;

namespace Assays.Detectors.Consistency;

/// <summary>A value that determines nothing where its like determine all: a filler, or a key that was copied into other rows.</summary>
/// <param name="Column">The column of the value.</param>
/// <param name="Strangers">The rows that hold it and are not its own.</param>
/// <param name="Rows">The rows that hold it.</param>
/// <param name="Partner">The column that it should determine.</param>
/// <param name="Partners">The values it stands beside there.</param>
internal sealed record ScatteredGroup(SampledColumn Column, ImmutableArray<int> Strangers, int Rows, Column Partner, int Partners);

/// <summary>Finds them among the groups of the dependencies that hold nearly without exception.</summary>
internal static class ScatteredGroups
{
    private const double LeastTau = 0.9;
    private const int LeastRows = 6;

    /// <summary>The share of a group's rows that the usual value has in every group but a scattered one.</summary>
    private const double LeastUsual = 0.5;

    /// <summary>Scattered groups, as a share of the groups as large, above which the dependency is none.</summary>
    private const double MostScattered = 0.05;

    /// <summary>How improbable by chance, after correction for the values tried, a value in a scattered group must be to be the owner's.</summary>
    private const double OwnersChance = 0.001;

    public static ImmutableArray<ScatteredGroup> Of(Examination examination)
    {
        var sample = examination.Sample;
        var found = ImmutableArray.CreateBuilder<ScatteredGroup>();
        var exact = examination.Profile.Relations.Dependencies
            .Where(d => d.Determinants.Length == 1 && DependencyFinder.Tau(d) >= LeastTau)
            .GroupBy(static d => d.Determinants[0].Ordinal).OrderBy(static g => g.Key);
        foreach (var determined in exact)
        {
            var column = sample.Columns[determined.Key];
            var groups = Grouping.By(column);
            var tables = determined.Select(d => new Contingency(groups, sample[d.Dependent])).ToArray();
            var large = Enumerable.Range(0, groups.Count).Where(g => groups.Rows(g).Length >= LeastRows && !IsZero(column, groups.Rows(g)[0])).ToArray();
            var scattered = large.Where(g => tables.All(t => IsScattered(t, g))).ToArray();
            if (scattered.Length == 0 || scattered.Length > MostScattered * large.Length) continue;
            foreach (var group in scattered) found.Add(ToGroup(column, groups, tables, group));
        }

        return found.ToImmutable();
    }

    /// <summary>No amount at all is what anything may have.</summary>
    private static bool IsZero(SampledColumn column, int row) => column.Codes[row] >= 0 && column.Number(row) == 0;

    private static bool IsScattered(Contingency table, int group) =>
        table.Total(group) >= LeastRows && table.Counts(group)[0] < LeastUsual * table.Total(group);

    private static ScatteredGroup ToGroup(SampledColumn column, Grouping groups, Contingency[] tables, int group)
    {
        var widest = tables.MaxBy(t => t.Values(group).Length)!;
        var own = new HashSet<int>();
        for (var i = 0; i < widest.Values(group).Length; i++)
        {
            var value = widest.Values(group)[i];
            var expected = (double)widest.Total(group) * (widest.Dependent.Counts[value] - widest.Counts(group)[i]) / widest.Dependent.Present;
            if (PoissonTail(widest.Counts(group)[i], expected) * widest.Values(group).Length < OwnersChance) own.Add(value);
        }

        var rows = groups.Rows(group);
        var strangers = ImmutableArray.CreateBuilder<int>();
        foreach (var row in rows)
        {
            if (!own.Contains(widest.Dependent.Codes[row])) strangers.Add(row);
        }

        return new(column, strangers.ToImmutable(), rows.Length, widest.Dependent.Column, widest.Values(group).Length);
    }

    /// <summary>The probability of so many or more where so many are expected.</summary>
    private static double PoissonTail(int count, double expected)
    {
        if (count < 2) return 1;
        var (term, below) = (Math.Exp(-expected), 0.0);
        for (var i = 0; i < count; i++)
        {
            below += term;
            term *= expected / (i + 1);
        }

        return Math.Max(0, 1 - below);
    }
}
