using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Assays.Contracts.Odcs;

/// <summary>Writes contracts as YAML of the Open Data Contract Standard 3.1. What is written reads back as the same contract.</summary>
public static class ContractWriter
{
    public static string Write(Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var root = Map(
            ("apiVersion", Text(Contract.Standard)), ("kind", Text("DataContract")), ("id", Text(contract.Id)), ("name", Text(contract.Name)),
            ("version", Text(contract.Version)), ("status", Text(contract.Status)),
            ("description", contract.Purpose is null ? null : Map(("purpose", Text(contract.Purpose)))),
            ("schema", List(contract.Tables.Select(Table))));
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new YamlStream(new YamlDocument(root)).Save(text, assignAnchors: false);
        return text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('.', '\n') + "\n";
    }

    private static YamlMappingNode Table(ContractTable table) => Map(
        ("name", Text(table.Name)), ("physicalName", Text(table.PhysicalName)), ("logicalType", Plain("object")), ("description", Text(table.Description)),
        ("properties", List(table.Columns.Select(Column))), ("quality", List(table.Quality.Select(Rule))));

    private static YamlMappingNode Column(ContractColumn column) => Map(
        ("name", Text(column.Name)), ("physicalName", Text(column.PhysicalName)), ("logicalType", Plain(column.LogicalType)),
        ("physicalType", Text(column.PhysicalType)), ("description", Text(column.Description)), ("classification", Text(column.Classification)),
        ("required", Flag(column.Required)), ("unique", Flag(column.Unique)), ("primaryKey", Flag(column.PrimaryKeyPosition is not null)),
        ("primaryKeyPosition", Number(column.PrimaryKeyPosition)), ("logicalTypeOptions", Options(column)), ("quality", List(column.Quality.Select(Rule))));

    private static YamlMappingNode? Options(ContractColumn column)
    {
        var options = column.Options;
        var isNumber = column.LogicalType is "number" or "integer";
        YamlNode? Bound(string? bound) => isNumber ? Plain(bound) : Text(bound);
        var map = Map(
            ("minLength", Number(options.MinLength)), ("maxLength", Number(options.MaxLength)), ("pattern", Text(options.Pattern)), ("format", Text(options.Format)),
            ("minimum", Bound(options.Minimum)), ("maximum", Bound(options.Maximum)),
            ("exclusiveMinimum", Bound(options.ExclusiveMinimum)), ("exclusiveMaximum", Bound(options.ExclusiveMaximum)), ("multipleOf", Number(options.MultipleOf)));
        return map.Children.Count == 0 ? null : map;
    }

    private static YamlMappingNode Rule(QualityRule rule)
    {
        (string, YamlNode?)[] body =
        [
            ("metric", Plain(rule.Metric)), ("arguments", Arguments(rule.Arguments)), ("unit", rule.InPercent ? Plain("percent") : null),
            .. rule.Expectation is null ? [] : new (string, YamlNode?)[] { (RuleReader.Key(rule.Expectation.Operator), Value(rule.Expectation)) },
        ];
        (string, YamlNode?)[] head =
        [
            ("name", Text(rule.Name)), ("type", Plain(rule.Kind.ToString().ToLowerInvariant())), ("description", Text(rule.Description)),
            ("dimension", Plain(rule.Dimension)), ("severity", Plain(rule.Severity)),
        ];
        return rule.Kind switch
        {
            RuleKind.Custom => Map([.. head, ("engine", Text(rule.Engine)), ("implementation", Map(body) is { Children.Count: > 0 } own ? own : Text(rule.Description ?? ""))]),
            RuleKind.Sql => Map([.. head, ("query", Text(rule.Query)), .. body]),
            RuleKind.Text => Map(head),
            _ => Map([.. head, .. body]),
        };
    }

    private static YamlMappingNode? Arguments(RuleArguments arguments)
    {
        var map = Map(
            ("missingValues", List(arguments.MissingValues.Select(static v => Text(v)!))), ("validValues", List(arguments.ValidValues.Select(static v => Text(v)!))),
            ("pattern", Text(arguments.Pattern)), ("properties", List(arguments.Properties.Select(static v => Text(v)!))));
        return map.Children.Count == 0 ? null : map;
    }

    private static YamlNode Value(Expectation expectation) => expectation.Operator is Operator.MustBeBetween or Operator.MustNotBeBetween
        ? new YamlSequenceNode(Number(expectation.Value)!, Number(expectation.High)!) { Style = YamlDotNet.Core.Events.SequenceStyle.Flow }
        : Number(expectation.Value)!;

    private static YamlMappingNode Map(params ReadOnlySpan<(string Key, YamlNode? Value)> pairs)
    {
        var map = new YamlMappingNode();
        foreach (var (key, value) in pairs)
        {
            if (value is not null) map.Add(key, value);
        }

        return map;
    }

    private static YamlSequenceNode? List(IEnumerable<YamlNode> items) => items.ToImmutableArray() is { Length: > 0 } all ? new(all) : null;

    // Texts are always quoted: a name like 'no' or '1e3' must not turn into something else.
    private static YamlScalarNode? Text(string? text) => text is null ? null : new(text) { Style = ScalarStyle.DoubleQuoted };

    private static YamlScalarNode? Plain(string? text) => text is null ? null : new(text);

    private static YamlScalarNode? Flag(bool flag) => flag ? new("true") : null;

    private static YamlScalarNode? Number(double? number) => number is { } value ? new(value.ToString("R", CultureInfo.InvariantCulture)) : null;
}
