namespace Assays.Data;

/// <summary>Reads the address of a table on a server: <c>postgres://user@host:port/database?table=schema.name</c>.</summary>
internal static class ServerAddress
{
    private static readonly string[] Schemes = ["postgres", "postgresql", "clickhouse"];

    public static bool IsOne(string text) => Schemes.Any(scheme => text.StartsWith($"{scheme}://", StringComparison.OrdinalIgnoreCase));

    /// <exception cref="InputException">It is no such address; the message does not repeat it, because it may hold a password.</exception>
    public static Source.Server Parse(string text)
    {
        // A password with a slash or a question mark in it ends the host early and would be taken for the database's name.
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Fragment.Length > 0 || address.PathAndQuery.Contains('@', StringComparison.Ordinal))
        {
            throw new InputException(
                "The server's address cannot be read; write it as postgres://user@host:port/database?table=schema.name, with %40, %2F, %3F and %23 for @, /, ? and # inside of its parts.");
        }

        return new(address, Options(address).GetValueOrDefault("table"));
    }

    /// <summary>What stands behind the question mark, by name.</summary>
    public static Dictionary<string, string> Options(Uri address)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at + 1 == pair.Length) throw new InputException("An option of the server's address has no name or no value; write ?name=value&name=value.");
            options[Uri.UnescapeDataString(pair[..at])] = Uri.UnescapeDataString(pair[(at + 1)..].Replace('+', ' '));
        }

        return options;
    }
}
