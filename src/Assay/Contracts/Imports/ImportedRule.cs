using System.Collections.Immutable;
using System.Globalization;

namespace Assays.Contracts.Imports;

/// <summary>The rules that foreign demands become.</summary>
internal static class ImportedRule
{
    /// <summary>The number that a value of a rule's column spells, in a query.</summary>
    public const string Number = "TRY_CAST(${column} AS DOUBLE)";

    public static Expectation None { get; } = new(Operator.MustBe, 0);

    /// <summary>That no more than a percentage is wrong.</summary>
    public static Expectation AtMost(double percent) => percent == 0 ? None : new(Operator.MustBeLessOrEqualTo, percent);

    public static QualityRule Rows(Expectation expectation) => Library("rowCount", "completeness", expectation, false);

    public static QualityRule Missing(Expectation expectation, bool inPercent) => Library("nullValues", "completeness", expectation, inPercent);

    public static QualityRule Missing(IEnumerable<string> words, Expectation expectation, bool inPercent) =>
        Library("missingValues", "completeness", expectation, inPercent) with { Arguments = new() { MissingValues = [.. words] } };

    public static QualityRule Duplicates(Expectation expectation, bool inPercent) => Library("duplicateValues", "uniqueness", expectation, inPercent);

    public static QualityRule Duplicates(ImmutableArray<string> columns, Expectation expectation, bool inPercent = false) =>
        Duplicates(expectation, inPercent) with { Arguments = new() { Properties = columns } };

    public static QualityRule Values(ImmutableArray<string> values, Expectation expectation, bool inPercent) =>
        Library("invalidValues", "conformity", expectation, inPercent) with { Arguments = new() { ValidValues = values } };

    public static QualityRule Pattern(string pattern, Expectation expectation, bool inPercent) =>
        Library("invalidValues", "conformity", expectation, inPercent) with { Arguments = new() { Pattern = pattern } };

    public static QualityRule Own(string metric, Expectation expectation, params ImmutableArray<string> columns) =>
        new(RuleKind.Custom) { Engine = OwnRule.Engine, Metric = metric, Expectation = expectation, Arguments = new() { Properties = columns } };

    /// <summary>One value of the table that is compared.</summary>
    /// <param name="figure">Its SQL, over the rows of the table.</param>
    public static QualityRule Figure(string figure, Expectation expectation) =>
        new(RuleKind.Sql) { Query = $"SELECT {figure} FROM ${{table}}", Expectation = expectation };

    /// <summary>That no row, or no more than a percentage of the column's values, is as it must not be.</summary>
    /// <param name="condition">What a row must not be, in SQL.</param>
    public static QualityRule Share(string condition, double allowed) => allowed == 0
        ? Figure($"count(*) FILTER (WHERE {condition})", None)
        : Figure($"100.0 * count(*) FILTER (WHERE {condition}) / greatest(count(${{column}}), 1)", AtMost(allowed));

    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Name(string column) => $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static QualityRule Library(string metric, string dimension, Expectation expectation, bool inPercent) =>
        new(RuleKind.Library) { Metric = metric, Dimension = dimension, Expectation = expectation, InPercent = inPercent };
}
