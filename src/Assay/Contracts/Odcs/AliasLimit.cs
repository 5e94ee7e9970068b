using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Assays.Contracts.Odcs;

/// <summary>
/// How large a document is to somebody who follows its aliases. A few lines of lists of lists can stand for more values than there are atoms,
/// and an alias to what it stands in for endlessly many.
/// </summary>
internal sealed class AliasLimit
{
    /// <summary>The values that a document may have, those behind an alias counted each time.</summary>
    public const long MaxValues = 1_000_000;

    private readonly Dictionary<YamlNode, (long Values, int Depth)> _known = new(ReferenceEqualityComparer.Instance);

    /// <exception cref="YamlException">The document is too large or too deep.</exception>
    public static void Check(YamlNode root) => new AliasLimit().Measure(root);

    // What an alias stands for comes before it in the document, so it is known by then, and this recurses no deeper than the text does.
    private (long Values, int Depth) Measure(YamlNode node)
    {
        if (_known.TryGetValue(node, out var known))
        {
            return known.Values > 0 ? known : throw new YamlException(node.Start, node.End, "An alias stands inside of what it stands for.");
        }

        _known[node] = default;
        var (values, depth) = (1L, 0);
        foreach (var child in Children(node))
        {
            var inner = Measure(child);
            (values, depth) = (values + inner.Values, Math.Max(depth, inner.Depth));
        }

        if (values > MaxValues) throw new YamlException(node.Start, node.End, $"With its aliases followed it has more than {MaxValues:#,0} values.");
        if (depth >= GuardedParser.MaxDepth) throw new YamlException(node.Start, node.End, $"With its aliases followed it is more than {GuardedParser.MaxDepth} deep.");
        return _known[node] = (values, depth + 1);
    }

    private static IEnumerable<YamlNode> Children(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.Values,
        YamlSequenceNode list => list.Children,
        _ => [],
    };
}
