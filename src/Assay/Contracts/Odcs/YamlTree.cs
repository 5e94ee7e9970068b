using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Assays.Contracts.Odcs;

/// <summary>A place in a YAML or JSON document; reading what is not there gives nothing instead of failing.</summary>
internal readonly struct YamlTree(YamlNode? node)
{
    private const string MergeKey = "<<";

    public bool Exists => node is not null;
    public bool IsMap => node is YamlMappingNode;
    public bool IsList => node is YamlSequenceNode;

    public long Line => node?.Start.Line ?? 0;

    /// <summary>The text of a plain value; none for absent, empty and null ones.</summary>
    public string? Text => node is YamlScalarNode { Value: { } value } scalar
        && !(scalar.Style == ScalarStyle.Plain && value is "" or "~" or "null" or "Null" or "NULL") ? value : null;

    public bool? Flag => Text?.ToUpperInvariant() switch { "TRUE" => true, "FALSE" => false, _ => null };

    public double? Number => double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public int? Whole => int.TryParse(Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    public IEnumerable<YamlTree> Items => node is YamlSequenceNode list ? list.Children.Select(static c => new YamlTree(c)) : [];

    public ImmutableArray<string> Texts => [.. Items.Select(static i => i.Text).OfType<string>()];

    /// <summary>The keys of a map with their values; those that it merges come after its own.</summary>
    public IEnumerable<KeyValuePair<string, YamlTree>> Pairs => node is YamlMappingNode map
        ? Own(map).Concat(Merged.SelectMany(static m => m.Pairs)).DistinctBy(static p => p.Key)
        : [];

    public YamlTree this[string key] => Own(key) is { Exists: true } own ? own : Merged.Select(m => m[key]).FirstOrDefault(static m => m.Exists);

    /// <summary>The maps that stand behind YAML's merge key, in the order of their precedence.</summary>
    private IEnumerable<YamlTree> Merged => Own(MergeKey) is { Exists: true } merged ? merged.IsList ? merged.Items : [merged] : [];

    private YamlTree Own(string key) => new(node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null);

    private static IEnumerable<KeyValuePair<string, YamlTree>> Own(YamlMappingNode map) => map.Children
        .Select(static c => KeyValuePair.Create((c.Key as YamlScalarNode)?.Value ?? "", new YamlTree(c.Value)))
        .Where(static p => p.Key != MergeKey);

    /// <summary>Reads the first document of a text.</summary>
    /// <exception cref="InputException">It is neither YAML nor JSON.</exception>
    public static YamlTree Parse(string text, string name)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new GuardedParser(new Parser(new StringReader(text))));
            if (stream.Documents.Count == 0) return default;
            var root = stream.Documents[0].RootNode;
            AliasLimit.Check(root);
            return new(root);
        }
        catch (YamlException error)
        {
            throw new InputException($"'{name}' is not read as YAML or JSON: line {error.Start.Line}: {error.Message.Split('\n')[0].Trim()}", error);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The parser stumbles in ways of its own over some texts that are no YAML, such as a lone '?' in a map.
            throw new InputException($"'{name}' is not read as YAML or JSON: it has a line that cannot be parsed.", error);
        }
    }
}
