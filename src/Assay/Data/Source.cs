namespace Assays.Data;

/// <summary>Where a table is read from. A source is only an address: nothing is opened until an engine opens it.</summary>
public abstract record Source
{
    private Source() { }

    /// <summary>How the source is called in reports: what the user typed.</summary>
    public abstract string Name { get; }

    /// <summary>What the table is called, without where it is: the name that a contract knows it by.</summary>
    public virtual string Title => Path.GetFileNameWithoutExtension(Name);

    /// <summary>A file, a folder or a glob of files.</summary>
    /// <param name="Path">What the user typed.</param>
    /// <param name="Table">The table or sheet inside the file, for formats that hold several: <c>shop.db::orders</c>.</param>
    public sealed record Files(string Path, string? Table = null) : Source
    {
        public override string Name => Table is null ? Path : $"{Path}::{Table}";

        /// <summary>Which of the files are read, by the paths of their <see cref="FileMark"/>s; none for all.</summary>
        public IReadOnlySet<string>? Only { get; init; }
    }

    /// <summary>Bytes that come through standard input.</summary>
    public sealed record StandardInput : Source
    {
        public override string Name => "standard input";
    }

    /// <summary>A file that is fetched over http or https.</summary>
    /// <param name="Address">Where it is.</param>
    /// <param name="Table">The table or sheet inside the file, for formats that hold several.</param>
    public sealed record Web(Uri Address, string? Table = null) : Source
    {
        public override string Name => Table is null ? Address.ToString() : $"{Address}::{Table}";
    }

    /// <summary>A table of a database server, or the server's database where a query says what is read.</summary>
    /// <param name="Address">Where it is: <c>scheme://user:password@host:port/database</c>. Its password is never shown.</param>
    /// <param name="Table">The table, such as <c>orders</c> or <c>shop.orders</c>.</param>
    public sealed record Server(Uri Address, string? Table = null) : Source
    {
        public override string Name
        {
            get
            {
                var user = Address.UserInfo.Split(':')[0];
                var place = $"{Address.Scheme}://{(user.Length == 0 ? "" : $"{user}@")}{Address.Authority}{Address.AbsolutePath}";
                return Table is null ? place : $"{place}?table={Table}";
            }
        }

        public override string Title => Table ?? Address.AbsolutePath.Trim('/');

        /// <summary>The password that a person was asked for; it goes before that of the address and the environment, and is never shown.</summary>
        public string? Password { get; init; }

        /// <inheritdoc/>
        public override string ToString() => Name;
    }

    /// <summary>The result of a query over another source, which the query calls <c>source</c>.</summary>
    public sealed record Query(string Sql, Source Over) : Source
    {
        public override string Name => $"{Over.Name} (query)";

        public override string Title => Over.Title;
    }

    /// <summary>Reads an address as a person writes it: a path, a glob, <c>-</c>, a URL, a server's address; behind a file or URL <c>::TABLE</c>.</summary>
    /// <exception cref="InputException">It names nothing that can be read.</exception>
    public static Source Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(text)) throw new InputException("The source has no name; give a file, a folder, a glob, a URL, or - for standard input.");
        if (text == "-") return new StandardInput();
        if (ServerAddress.IsOne(text)) return ServerAddress.Parse(text);
        var at = text.LastIndexOf("::", StringComparison.Ordinal);
        var isWeb = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        // The :: of an address such as http://[::1]/ stands before its last slash.
        if (isWeb && at < text.LastIndexOf('/')) at = -1;
        var (place, table) = at > 0 && at + 2 < text.Length ? (text[..at], text[(at + 2)..]) : (text, null);
        if (!isWeb) return new Files(place, table);
        return Uri.TryCreate(place, UriKind.Absolute, out var address)
            ? new Web(address, table)
            : throw new InputException($"'{text}' is not a URL that can be read.");
    }
}
