using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Assays.Data;

namespace Assays.Sql;

/// <summary>What the compiler calls for an interpolated string given to <see cref="SqlText.Of"/>.</summary>
[InterpolatedStringHandler]
#pragma warning disable CA1815 // never compared
public readonly ref struct SqlInterpolation
#pragma warning restore CA1815
{
    private readonly ImmutableArray<SqlPart>.Builder _parts;

    public SqlInterpolation(int literalLength, int formattedCount) =>
        _parts = ImmutableArray.CreateBuilder<SqlPart>(2 * formattedCount + 1);

    public void AppendLiteral(string text) => _parts.Add(new SqlPart.Raw(text));
    public void AppendFormatted(Column column) => _parts.Add(new SqlPart.Name(column.Field, column.Kind));
    public void AppendFormatted(SqlText sql) => _parts.AddRange(sql.Parts);
    public void AppendFormatted<T>(T value) => _parts.Add(new SqlPart.Value(value));

    internal ImmutableArray<SqlPart> ToParts() => _parts.ToImmutable();
}
