using System.Collections.Immutable;

namespace Assays.Reports;

/// <summary>Keeps a part of a report to a size: takes pieces while they fit, and knows how many did not.</summary>
/// <param name="bytes">The size in bytes of UTF-8.</param>
internal sealed class Allowance(int bytes)
{
    private int _left = bytes;

    /// <summary>The leading pieces that fit. Pieces are made only while there is room.</summary>
    public ImmutableArray<Html> Take(IEnumerable<Html> pieces)
    {
        var taken = ImmutableArray.CreateBuilder<Html>();
        foreach (var piece in pieces)
        {
            if (!Spend(piece.Bytes)) break;
            taken.Add(piece);
        }

        return taken.ToImmutable();
    }

    public bool Spend(int size)
    {
        if (size > _left) return false;
        _left -= size;
        return true;
    }
}
