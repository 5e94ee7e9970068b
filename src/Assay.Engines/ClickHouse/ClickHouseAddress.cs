using Assays.Data;

namespace Assays.Engines.ClickHouse;

/// <summary>
/// Where a server's HTTP interface is and who logs in: from the address, else CLICKHOUSE_USER and CLICKHOUSE_PASSWORD, else the user <c>default</c>.
/// </summary>
/// <param name="Url">The interface's address, without user and password.</param>
/// <param name="AllowsPart">Whether shards that do not answer may be left out.</param>
internal sealed record ClickHouseAddress(Uri Url, string User, string Password, string Database, bool AllowsPart)
{
    private const int Port = 8123;
    private const int SecurePort = 8443;

    /// <exception cref="InputException">An option is not known.</exception>
    public static ClickHouseAddress Read(Source.Server server)
    {
        var options = ServerAddress.Options(server.Address);
        if (options.Keys.Except(["table", "secure", "partial"]).Any()) throw new InputException($"The address of {server.Name} has an option that is not known; there are table, secure and partial.");
        var isSecure = IsOn(options, "secure");
        var login = server.Address.UserInfo.Split(':', 2);
        var url = new UriBuilder(isSecure ? "https" : "http", server.Address.Host is { Length: > 0 } host ? host : "localhost", server.Address.Port > 0 ? server.Address.Port : isSecure ? SecurePort : Port);
        return new(
            url.Uri,
            Given(login[0]) ?? Variable("CLICKHOUSE_USER") ?? "default",
            server.Password ?? (login.Length > 1 ? Given(login[1]) : null) ?? Variable("CLICKHOUSE_PASSWORD") ?? "",
            Given(server.Address.AbsolutePath.Trim('/')) ?? "default",
            IsOn(options, "partial"));
    }

    private static bool IsOn(Dictionary<string, string> options, string name) => options.GetValueOrDefault(name) switch
    {
        null or "0" or "false" => false,
        "1" or "true" => true,
        _ => throw new InputException($"The option {name} of the server's address must be 1 or 0."),
    };

    private static string? Given(string text) => text.Length == 0 ? null : Uri.UnescapeDataString(text);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
