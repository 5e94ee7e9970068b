using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Findings;
using Assays.Sql;

namespace Assays.Contracts.Clauses;

/// <summary>Binds what a contract demands to the columns of a table. Nothing is dropped: what cannot be checked becomes a clause that says so.</summary>
public sealed class ClauseCompiler
{
    private readonly Schema _schema;
    private readonly ContractTable _table;
    private readonly ImmutableArray<Clause>.Builder _clauses = ImmutableArray.CreateBuilder<Clause>();

    private ClauseCompiler(ContractTable table, Schema schema) => (_table, _schema) = (table, schema);

    public static ImmutableArray<Clause> Compile(ContractTable table, Schema schema)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(schema);
        var compiler = new ClauseCompiler(table, schema);
        foreach (var column in table.Columns) compiler.Add(column);
        compiler.AddKey();
        foreach (var rule in table.Quality) compiler.Add(rule, null);
        compiler.AddUnknownColumns();
        return compiler._clauses.ToImmutable();
    }

    private Column? Find(string name) =>
        _table.Columns.FirstOrDefault(c => c.Name == name) is { PhysicalName: { } physical } && _schema.Find(physical) is { } found ? found : _schema.Find(name);

    private void Add(ContractColumn column)
    {
        if (Find(column.Name) is not { } bound)
        {
            _clauses.Add(new SchemaClause($"there is a column '{column.Name}'", $"The table has no column '{column.Name}', which the contract demands.")
            {
                Severity = Severity.Error, Dimension = Dimension.Completeness,
            });
            return;
        }

        var name = $"'{bound.Label}'";
        if (column.Required) Add(new PresenceClause($"{name} has a value", bound, []) { Dimension = Dimension.Completeness });
        if (column.Unique) Add(new UniqueClause($"{name} is unique", [bound]) { Dimension = Dimension.Uniqueness });
        foreach (var (kind, test) in Tests(column)) Add(new ValueClause(kind, $"{name} is {test.Words}", bound, test));
        foreach (var rule in column.Quality) Add(rule, bound);
    }

    private void Add(Clause clause) => _clauses.Add(clause);

    private IEnumerable<(string Kind, ValueTest Test)> Tests(ContractColumn column)
    {
        var options = column.Options;
        var isNumber = column.LogicalType is "number" or "integer";
        if (isNumber) yield return ("type", new NumberTest(column.LogicalType == "integer"));
        if (column.LogicalType == "integer" && KnownFormats.Bits(options.Format) is { } bits) yield return ("format", bits);
        if (column.LogicalType == "boolean") yield return ("type", KnownFormats.Boolean);
        if (KnownFormats.Find(column.LogicalType, options.Format) is { } format) yield return ("format", format);
        if (options.MinLength is not null || options.MaxLength is not null) yield return ("length", new LengthTest(options.MinLength, options.MaxLength));
        if (options.Pattern is { } pattern && TryPattern(column.Name, pattern) is { } match) yield return ("pattern", match);
        if (options.MultipleOf is { } multiple) yield return ("multiple", new MultipleTest(multiple));
        if (Bounds(options, isNumber) is { } range) yield return ("range", range);
    }

    private static ValueTest? Bounds(TypeOptions options, bool isNumber)
    {
        var (low, high) = (options.Minimum ?? options.ExclusiveMinimum, options.Maximum ?? options.ExclusiveMaximum);
        if (low is null && high is null) return null;
        var (lowIsOpen, highIsOpen) = (options.Minimum is null && low is not null, options.Maximum is null && high is not null);
        return isNumber ? new RangeTest(Number(low), Number(high), lowIsOpen, highIsOpen) : new TextRangeTest(low, high, lowIsOpen, highIsOpen);
    }

    private static double? Number(string? text) =>
        text is null ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw new InputException($"The contract's bound '{text}' of a number is none.");

    private PatternTest? TryPattern(string column, string pattern)
    {
        try
        {
            return new(pattern);
        }
        catch (InputException error)
        {
            _clauses.Add(new UncheckedClause("pattern", $"'{column}' matches '{pattern}'", error.Message));
            return null;
        }
    }

    private void AddKey()
    {
        var key = _table.Columns.Where(static c => c.PrimaryKeyPosition is not null).OrderBy(static c => c.PrimaryKeyPosition)
            .Select(c => Find(c.Name)).OfType<Column>().ToImmutableArray();
        if (key.IsEmpty) return;
        Add(new UniqueClause($"{Names(key)} identifies a row", key) { Dimension = Dimension.Uniqueness });
        foreach (var column in key.Where(k => !_table.Columns.Any(c => c.Required && Find(c.Name) == k)))
        {
            Add(new PresenceClause($"'{column.Label}' has a value, as a part of the key", column, []) { Dimension = Dimension.Completeness });
        }
    }

    private void AddUnknownColumns()
    {
        var known = _table.Columns.Select(c => Find(c.Name)).OfType<Column>().ToHashSet();
        foreach (var column in _schema.Columns.Where(c => !known.Contains(c)))
        {
            _clauses.Add(new SchemaClause($"'{column.Label}' is in the contract", $"The table has a column '{column.Label}' that the contract does not know.")
            {
                Severity = Severity.Note, Dimension = Dimension.Consistency,
            });
        }
    }

    private void Add(QualityRule rule, Column? column)
    {
        var clause = Bind(rule, column);
        _clauses.Add(clause with
        {
            Expectation = rule.Expectation ?? clause.Expectation,
            InPercent = rule.InPercent,
            Dimension = DimensionOf(rule.Dimension) ?? clause.Dimension,
            Severity = rule.Weight,
            Reason = rule.Description,
        });
    }

    private Clause Bind(QualityRule rule, Column? column)
    {
        var place = column is null ? "the table" : $"'{column.Label}'";
        var title = FirstLine(rule.Name ?? rule.Description) ?? $"{rule.Metric ?? "a rule"} of {place}";
        if (rule.Kind == RuleKind.Text) return new UncheckedClause("text", title, "The rule is text for people.");
        if (rule.Kind == RuleKind.Custom && rule.Engine != OwnRule.Engine) return new UncheckedClause("custom", title, $"The rule is written for {rule.Engine ?? "another engine"}.");
        if (rule.Expectation is null && rule.Kind != RuleKind.Custom) return new UncheckedClause("rule", title, "The rule does not say what its figure must be.");

        ImmutableArray<Column> columns = column is null ? [.. rule.Arguments.Properties.Select(Find).OfType<Column>()] : [column];
        if (column is null && columns.Length < rule.Arguments.Properties.Length)
        {
            return new UncheckedClause("rule", title, $"The table lacks one of the columns {string.Join(", ", rule.Arguments.Properties)}.");
        }

        try
        {
            return rule.Kind == RuleKind.Sql ? new QueryClause(title, columns, rule.Query ?? "") : Metric(rule, columns, rule.Name, place)
                ?? new UncheckedClause("rule", title, $"Assay does not know the metric '{rule.Metric}' here.");
        }
        catch (InputException error)
        {
            return new UncheckedClause("rule", title, error.Message);
        }
    }

    private static string? FirstLine(string? text) =>
        text?.Trim().Split('\n', 2) is [var first, .. var rest] ? rest.Length == 0 ? first : $"{first.TrimEnd()} …" : null;

    private static Clause? Metric(QualityRule rule, ImmutableArray<Column> columns, string? title, string place)
    {
        var arguments = rule.Arguments;
        var first = columns.IsEmpty ? null : columns[0];
        return (rule.Metric, first) switch
        {
            ("rowCount", _) => new FigureClause("row-count", title ?? "the number of rows fits", [], SqlText.Of($"count(*)")) { Running = RunningFigure.Rows, Dimension = Dimension.Completeness },
            ("nullValues", { } c) => new PresenceClause(title ?? $"{place} has a value", c, []) { Dimension = Dimension.Completeness },
            ("missingValues", { } c) => new PresenceClause(title ?? $"{place} has a value", c, arguments.MissingValues) { Dimension = Dimension.Completeness },
            ("duplicateValues" or "duplicateCount", not null) => new UniqueClause(title ?? $"{Names(columns)} is unique", columns) { Dimension = Dimension.Uniqueness },
            ("invalidValues", { } c) => Validity(arguments, c, title, place),
            (OwnRule.Mean, { } c) => new FigureClause("mean", title ?? $"the mean of {place} fits", columns, SqlText.Of($"avg({SpelledNumber.Of(c)})")) { Running = RunningFigure.Mean, Dimension = Dimension.Plausibility },
            (OwnRule.GeometricMean, { } c) => new FigureClause("geometric-mean", title ?? $"the geometric mean of {place} fits", columns,
                SqlText.Of($"exp(avg(CASE WHEN {SpelledNumber.Of(c)} > 0 THEN ln({SpelledNumber.Of(c)}) END))")) { Running = RunningFigure.GeometricMean, Dimension = Dimension.Plausibility },
            (OwnRule.Share, { } c) when !arguments.ValidValues.IsEmpty => FigureClause.Share(title ?? $"the share of {string.Join(" or ", arguments.ValidValues.Select(static v => $"'{v}'"))} in {place} fits", c, new(arguments.ValidValues)),
            (OwnRule.ZeroShare, { } c) => new FigureClause("zero-share", title ?? $"the share of zeros in {place} fits", columns,
                SqlText.Of($"100.0 * count(CASE WHEN {SpelledNumber.Of(c)} = 0 THEN 1 END) / nullif(count({c}), 0)")) { Running = RunningFigure.ZeroShare, Dimension = Dimension.Plausibility },
            (OwnRule.DistinctShare, { } c) => new FigureClause("distinct-share", title ?? $"the share of distinct values in {place} fits", columns,
                SqlText.Of($"100.0 * count(DISTINCT {c}) / nullif(count({c}), 0)")) { Dimension = Dimension.Uniqueness },
            (OwnRule.Order, { } low) when columns.Length == 2 => new OrderClause(title ?? $"'{low.Label}' is not above '{columns[1].Label}'", low, columns[1]) { Dimension = Dimension.Consistency },
            (OwnRule.Dependency, not null) when columns.Length > 1 =>
                new DependencyClause(title ?? $"{Names(columns[..^1])} determines '{columns[^1].Label}'", columns[..^1], columns[^1]) { Dimension = Dimension.Consistency },
            _ => null,
        };
    }

    private static ValueClause? Validity(RuleArguments arguments, Column column, string? title, string place)
    {
        ValueTest? test = !arguments.ValidValues.IsEmpty ? new SetTest(arguments.ValidValues) : arguments.Pattern is { } pattern ? new PatternTest(pattern) : null;
        return test is null ? null : new("values", title ?? $"{place} is {test.Words}", column, test) { Ignored = arguments.MissingValues };
    }

    private static Dimension? DimensionOf(string? name) => name switch
    {
        "accuracy" => Dimension.Plausibility,
        "completeness" or "coverage" => Dimension.Completeness,
        "conformity" => Dimension.Validity,
        "consistency" => Dimension.Consistency,
        "timeliness" => Dimension.Timeliness,
        "uniqueness" => Dimension.Uniqueness,
        _ => null,
    };

    private static string Names(IEnumerable<Column> columns) => string.Join(" + ", columns.Select(static c => $"'{c.Label}'"));
}
