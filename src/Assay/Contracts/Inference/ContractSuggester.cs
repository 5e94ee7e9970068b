using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Profiling;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Contracts.Inference;

/// <summary>
/// Suggests a contract from a table: what held in it with room to spare, so that other rows of the same kind keep it too. Each limit says in
/// its column's description, or in the rule's, what it was concluded from.
/// </summary>
public static class ContractSuggester
{
    /// <summary>So many rows without a missing value promise that none is.</summary>
    private const int RowsForRequired = 1_000;

    /// <param name="profile">The table's profile with its relations.</param>
    /// <param name="name">What the table is called.</param>
    public static Contract Suggest(Profile profile, Sample sample, string name)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(sample);
        var key = profile.Relations.Keys.FirstOrDefault(k => IsKey(k, profile));
        var columns = sample.Schema.Columns
            .Where(static c => c.Name.Length > 0)
            .DistinctBy(static c => c.Name)
            .Select(c => Column(profile[c], sample[c], sample, key));
        var table = new ContractTable(name, [.. columns])
        {
            Quality = [RowCount(profile), .. RelationRules.Suggest(profile, sample)],
        };
        return new(Slug(name), "1.0.0", "draft", [table])
        {
            Name = name,
            Purpose = string.Create(CultureInfo.InvariantCulture, $"Suggested by Assay from {profile.Rows:#,0} rows of {name}. Read it, strike what is chance, and keep it beside the code that relies on the data."),
        };
    }

    // A key of numbers that one can calculate with is chance.
    private static bool IsKey(CandidateKey key, Profile profile) =>
        key.UniqueShare == 1 && profile.SampleRows >= 30 && key.Columns.All(c => profile[c].Missing == 0 && profile[c].Type is not ValueType.Number
            && (profile[c].Semantic is not SemanticType.Measure and not SemanticType.Currency and not SemanticType.FreeText));

    private static ContractColumn Column(ColumnProfile profile, SampledColumn values, Sample sample, CandidateKey? key)
    {
        var why = new List<string>();
        var column = new ContractColumn(profile.Column.Name)
        {
            Classification = profile.IsPersonal ? "confidential" : null,
            PrimaryKeyPosition = key is not null && key.Columns.IndexOf(profile.Column) is var at and >= 0 ? at + 1 : null,
        };
        if (profile.Present == 0) return column with { Description = "No row had a value." };

        if (profile.Missing == 0 && (profile.Rows >= RowsForRequired || column.PrimaryKeyPosition is not null))
        {
            column = column with { Required = true };
            why.Add(string.Create(CultureInfo.InvariantCulture, $"Required: all {profile.Rows:#,0} rows have a value."));
        }
        else
        {
            column = column with { Quality = [Missing(profile)] };
        }

        column = values.Values.All(static v => Clauses.SpelledNumber.TryRead(v, out var number) && double.IsFinite(number)) && profile.Type is ValueType.Integer or ValueType.Number
            ? NumberLimits.Add(column, profile, values, sample, why)
            : TextLimits.Add(column, profile, values, why);
        return column with { Description = why.Count == 0 ? null : string.Join(' ', why) };
    }

    /// <summary>The share of missing values that a part of a quarter of the rows would stay below but once in millions.</summary>
    private static QualityRule Missing(ColumnProfile profile)
    {
        if (profile.Missing == 0)
        {
            return Missing(300.0 / profile.Rows, string.Create(CultureInfo.InvariantCulture, $"All {profile.Rows:#,0} rows had a value; so few do not rule out rows without."));
        }

        var share = profile.MissingShare;
        var rows = Math.Max(1, profile.Rows / 4.0);
        return Missing(
            100 * (share + 5 * Math.Sqrt(share * (1 - share) / rows) + 3 / rows),
            string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.##} % of {profile.Rows:#,0} rows had no value; the limit leaves room for chance."));
    }

    private static QualityRule Missing(double percent, string why) => new(RuleKind.Library)
    {
        Metric = "nullValues", InPercent = true, Dimension = "completeness", Description = why,
        Expectation = new(Operator.MustBeLessOrEqualTo, Math.Min(100, Round.Up(percent))),
    };

    private static QualityRule RowCount(Profile profile) => new(RuleKind.Library)
    {
        Metric = "rowCount", Dimension = "completeness", Expectation = new(Operator.MustBeGreaterThan, 0),
        Description = string.Create(CultureInfo.InvariantCulture, $"There were {profile.Rows:#,0} rows; an empty table is no delivery."),
    };

    private static string Slug(string name) =>
        string.Concat(name.ToLowerInvariant().Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-') is { Length: > 0 } slug ? slug : "table";
}
