using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Assays.Contracts.Odcs;

/// <summary>
/// Passes on the events of a YAML parser as long as a document can be built from them safely: building recurses with the depth, and compares
/// keys in full, which takes for ever when keys are lists of lists by alias.
/// </summary>
internal sealed class GuardedParser(IParser inner) : IParser
{
    /// <summary>How deep lists and maps may stand in each other.</summary>
    public const int MaxDepth = 100;

    private readonly Stack<Place> _places = new();

    private enum Place { InList, AtKey, AtValue }

    public ParsingEvent? Current => inner.Current;

    public bool MoveNext()
    {
        var moved = inner.MoveNext();
        if (moved) Guard(inner.Current!);
        return moved;
    }

    private void Guard(ParsingEvent happened)
    {
        if (happened is MappingEnd or SequenceEnd)
        {
            _places.Pop();
            return;
        }

        if (happened is not (NodeEvent or AnchorAlias)) return;
        if (_places.TryPop(out var place))
        {
            if (place == Place.AtKey && happened is not Scalar) throw new YamlException(happened.Start, happened.End, "A key is a list, a map or an alias; only texts can be keys here.");
            _places.Push(place switch { Place.AtKey => Place.AtValue, Place.AtValue => Place.AtKey, _ => place });
        }

        if (happened is MappingStart) _places.Push(Place.AtKey);
        if (happened is SequenceStart) _places.Push(Place.InList);
        if (_places.Count > MaxDepth) throw new YamlException(happened.Start, happened.End, $"Lists and maps stand more than {MaxDepth} deep in each other.");
    }
}
