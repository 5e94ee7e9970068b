using Assays.Contracts.Odcs;

namespace Assays.Contracts.Imports;

/// <summary>What a foreign file demands of one table, gathered while the file is read.</summary>
internal sealed class ImportedTable(string name)
{
    private readonly OrderedDictionary<string, ContractColumn> _columns = new(StringComparer.Ordinal);
    private readonly List<QualityRule> _rules = [];
    private readonly List<string> _unknown = [];

    public string? Description { get; set; }

    /// <summary>What has no counterpart in a contract, in words.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    public bool IsEmpty => _columns.Count == 0 && _rules.Count == 0;

    public ContractTable Freeze() => new(name, [.. _columns.Values]) { Description = Description, Quality = [.. _rules] };

    public void Change(string column, Func<ContractColumn, ContractColumn> change) => _columns[column] = change(_columns.GetValueOrDefault(column) ?? new(column));

    /// <summary>Makes sure that the contract names a column.</summary>
    public void Demand(string column) => Change(column, static c => c);

    /// <summary>Adds a rule to a column, or to the table when there is none.</summary>
    public void Add(string? column, QualityRule rule)
    {
        if (column is null) _rules.Add(rule);
        else Change(column, c => c with { Quality = [.. c.Quality, rule] });
    }

    /// <summary>Keeps a demand that cannot be checked, as words.</summary>
    /// <param name="what">The demand in the words of its file.</param>
    /// <param name="why">Why it is not imported, when that is not plain.</param>
    public void Keep(string? column, string what, string? why = null)
    {
        _unknown.Add($"{name}{(column is null ? "" : $".{column}")}: {what} is not imported{(why is null ? "" : $": {why}")}.");
        Add(column, new(RuleKind.Text) { Description = $"Not imported: {what}" });
    }

    public void Require(string column, string? severity)
    {
        if (severity is null) Change(column, static c => c with { Required = true });
        else Add(column, ImportedRule.Missing(ImportedRule.None, inPercent: false) with { Severity = severity });
    }

    public void Unique(string column, string? severity)
    {
        if (severity is null) Change(column, static c => c with { Unique = true });
        else Add(column, ImportedRule.Duplicates(ImportedRule.None, inPercent: false) with { Severity = severity });
    }

    /// <summary>Limits the values of a column: by its options, or by a query where some may be outside or the options are taken.</summary>
    /// <param name="allowed">The percentage of values that may be outside.</param>
    public void Limit(string column, ImportedRange range, double allowed = 0, string? severity = null)
    {
        var options = _columns.GetValueOrDefault(column)?.Options ?? TypeOptions.None;
        var isFree = options is { Minimum: null, Maximum: null, ExclusiveMinimum: null, ExclusiveMaximum: null };
        if (allowed > 0 || severity is not null || !isFree) Add(column, ImportedRule.Share(range.Outside, allowed) with { Severity = severity, Dimension = "conformity" });
        else if (range.LogicalType is { } type) Option(column, type, range.On);
        else Add(column, ImportedRule.Share(range.Outside, 0) with { Dimension = "conformity" });
    }

    /// <summary>Sets options of a column; the standard wants its type beside them.</summary>
    /// <param name="type">The type that has such options; taken where the column has none yet.</param>
    public void Option(string column, string type, Func<TypeOptions, TypeOptions> change) => Change(column, c => c with { LogicalType = c.LogicalType ?? type, Options = change(c.Options) });

    public void Length(string column, int? least, int? most, double allowed = 0, string? severity = null)
    {
        var known = _columns.GetValueOrDefault(column) ?? new(column);
        if (allowed == 0 && severity is null && known.LogicalType is null or "string" && known.Options is { MinLength: null, MaxLength: null })
        {
            Option(column, "string", o => o with { MinLength = least, MaxLength = most });
            return;
        }

        var length = new ImportedRange(least is { } l ? ImportedRule.Text(l) : null, most is { } m ? ImportedRule.Text(m) : null);
        Add(column, ImportedRule.Share(length.OutsideOf("length(CAST(${column} AS VARCHAR))"), allowed) with { Severity = severity, Dimension = "conformity" });
    }

    /// <summary>Takes a type over where the standard has it; others stay as the physical type, which is not checked.</summary>
    public void Type(string column, string? type)
    {
        if (type is null) return;
        var logical = ImportedType.Of(type);
        Change(column, c => c with { LogicalType = c.LogicalType ?? logical, PhysicalType = c.PhysicalType ?? type });
    }

    /// <summary>A tree as one short line, for messages.</summary>
    public static string Words(YamlTree tree)
    {
        var words = tree.IsMap ? $"{{{string.Join(", ", tree.Pairs.Select(static p => $"{p.Key}: {Words(p.Value)}"))}}}"
            : tree.IsList ? $"[{string.Join(", ", tree.Items.Select(Words))}]"
            : tree.Text?.ReplaceLineEndings(" ") ?? "null";
        return words.Length > 200 ? $"{words[..200]}…" : words;
    }
}
