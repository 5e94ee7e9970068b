using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Sql;

/// <summary>
/// SQL that no dialect has touched yet. Write it as an interpolated string: a <see cref="Column"/> in a hole is
/// quoted, another <see cref="SqlText"/> is spliced in, and anything else becomes a parameter.
/// </summary>
public sealed class SqlText
{
    private SqlText(ImmutableArray<SqlPart> parts) => Parts = parts;

    internal ImmutableArray<SqlPart> Parts { get; }

    /// <summary>What a column's values are declared to be, where this is nothing but a column.</summary>
    internal ColumnKind? Kind => Parts is [SqlPart.Name { Kind: var kind }] ? kind : null;

    /// <summary>The value, where this is nothing but a value.</summary>
    internal object? Constant => Parts is [SqlPart.Value { Parameter: var value }] ? value : null;

    /// <summary>The calls of functions in it, also those within others.</summary>
    internal IEnumerable<SqlPart.Call> Calls => Parts.OfType<SqlPart.Call>().SelectMany(static c => c.Arguments.SelectMany(static a => a.Calls).Prepend(c));

    public static SqlText Of(SqlInterpolation sql) => new(sql.ToParts());

    /// <summary>A name that is quoted: a table's, an alias.</summary>
    public static SqlText Name(string identifier) => new([new SqlPart.Name(identifier)]);

    /// <summary>SQL that a user wrote and answers for; never a text from data.</summary>
    internal static SqlText Verbatim(string sql) => new([new SqlPart.Raw(sql)]);

    /// <summary>A function whose spelling differs between engines, such as a cast that may fail.</summary>
    public static SqlText Call(SqlFunction function, params ReadOnlySpan<SqlText> arguments) =>
        new([new SqlPart.Call(function, [.. arguments])]);

    /// <summary>This with other SQL in the place of some calls; of those for which there is none, with that of their arguments.</summary>
    internal SqlText Replace(Func<SqlPart.Call, SqlText?> substitute) => new([.. Parts.SelectMany(part => part is not SqlPart.Call call
        ? [part]
        : substitute(call)?.Parts ?? [call with { Arguments = [.. call.Arguments.Select(a => a.Replace(substitute))] }])]);

    /// <summary>Parts with a separator between them, which is taken as SQL.</summary>
    public static SqlText Join(string separator, IEnumerable<SqlText> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var all = ImmutableArray.CreateBuilder<SqlPart>();
        foreach (var part in parts)
        {
            if (all.Count > 0) all.Add(new SqlPart.Raw(separator));
            all.AddRange(part.Parts);
        }

        return new(all.ToImmutable());
    }
}

/// <summary>A function that each dialect spells in its own way.</summary>
public enum SqlFunction
{
    /// <summary>How many distinct values, possibly by sketch.</summary>
    ApproximateDistinct,

    /// <summary>The value as text.</summary>
    Text,

    /// <summary>The value as a double, or NULL where it is none.</summary>
    Number,

    /// <summary>The length of a text in characters.</summary>
    Length,

    /// <summary>Whether some part of a text matches a regular expression, in RE2's syntax.</summary>
    Matches,

    /// <summary>A sum of doubles that does not depend on their order beyond the last digit.</summary>
    ExactSum,
}

internal abstract record SqlPart
{
    public sealed record Raw(string Text) : SqlPart;
    public sealed record Name(string Identifier, ColumnKind? Kind = null) : SqlPart;
    public sealed record Value(object? Parameter) : SqlPart;
    public sealed record Call(SqlFunction Function, ImmutableArray<SqlText> Arguments) : SqlPart;
}
