using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Assays.Contracts.Odcs;

/// <summary>A place in a YAML or JSON document; reading what is not there gives nothing instead of failing.</summary>
internal readonly struct YamlTree(YamlNode? node)
{
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

    public IEnumerable<KeyValuePair<string, YamlTree>> Pairs => node is YamlMappingNode map
        ? map.Children.Select(static c => KeyValuePair.Create((c.Key as YamlScalarNode)?.Value ?? "", new YamlTree(c.Value)))
        : [];

    public YamlTree this[string key] => new(node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null);

    /// <summary>Reads the first document of a text.</summary>
    /// <exception cref="InputException">It is neither YAML nor JSON.</exception>
    public static YamlTree Parse(string text, string name)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return new(stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode);
        }
        catch (YamlException error)
        {
            throw new InputException($"'{name}' is neither YAML nor JSON: line {error.Start.Line}: {error.Message.Split('\n')[0].Trim()}", error);
        }
    }
}
