namespace Assays.Data;

/// <summary>Where a table is read from. A source is only an address: nothing is opened until an engine opens it.</summary>
public abstract record Source
{
    private Source() { }

    /// <summary>How the source is called in reports: what the user typed.</summary>
    public abstract string Name { get; }

    /// <summary>A file, a folder or a glob of files.</summary>
    /// <param name="Path">What the user typed.</param>
    /// <param name="Table">The table or sheet inside the file, for formats that hold several: <c>shop.db::orders</c>.</param>
    public sealed record Files(string Path, string? Table = null) : Source
    {
        public override string Name => Table is null ? Path : $"{Path}::{Table}";
    }

    /// <summary>Bytes that come through standard input.</summary>
    public sealed record StandardInput : Source
    {
        public override string Name => "standard input";
    }

    /// <summary>A file that is fetched over http or https.</summary>
    public sealed record Web(Uri Address) : Source
    {
        public override string Name => Address.ToString();
    }

    /// <summary>The result of a query over another source, which the query calls <c>source</c>.</summary>
    public sealed record Query(string Sql, Source Over) : Source
    {
        public override string Name => $"{Over.Name} (query)";
    }

    /// <summary>Reads an address as a person writes it: a path, a glob, <c>-</c>, a URL, or <c>FILE::TABLE</c>.</summary>
    public static Source Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        if (text == "-") return new StandardInput();
        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var address)
                ? new Web(address)
                : throw new InputException($"'{text}' is not a URL that can be read.");
        }

        var at = text.LastIndexOf("::", StringComparison.Ordinal);
        return at > 0 ? new Files(text[..at], text[(at + 2)..]) : new Files(text);
    }
}
