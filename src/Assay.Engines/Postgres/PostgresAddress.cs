using System.Globalization;
using Assays.Data;
using Npgsql;

namespace Assays.Engines.Postgres;

/// <summary>
/// What a server's address says, and the variables that PostgreSQL's own programs read where it says nothing: PGHOST, PGPORT, PGDATABASE, PGUSER,
/// PGSSLMODE. The password comes from who was asked, the address, PGPASSWORD or the password file, in this order.
/// </summary>
internal static class PostgresAddress
{
    private static readonly string[] Known = ["table", "host", "sslmode"];

    /// <exception cref="InputException">An option is not known.</exception>
    public static NpgsqlConnectionStringBuilder Read(Source.Server server, EngineOptions options)
    {
        var address = server.Address;
        var named = ServerAddress.Options(address);
        if (named.Keys.Except(Known).Any()) throw new InputException($"The address of {server.Name} has an option that is not known; there are {string.Join(", ", Known)}.");

        var login = address.UserInfo.Split(':', 2);
        var user = Given(login[0]) ?? Variable("PGUSER") ?? Environment.UserName;
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = named.GetValueOrDefault("host") ?? Given(address.Host) ?? Variable("PGHOST") ?? "localhost",
            Port = address.Port > 0 ? address.Port : Port(),
            Username = user,
            Password = server.Password ?? (login.Length > 1 ? Given(login[1]) : null),
            Database = Given(address.AbsolutePath.Trim('/')) ?? Variable("PGDATABASE") ?? user,
            ApplicationName = "assay",
            // A check uses one connection; what it set must not be met by another.
            Pooling = false,
            Timeout = 15,
            // The server keeps the time; this is for a server that does not answer any more.
            CommandTimeout = (int)Math.Min(options.Timeout.TotalSeconds + 30, int.MaxValue / 1000),
        };
        if (named.GetValueOrDefault("sslmode") is { } mode) builder.SslMode = Ssl(mode, "sslmode");
        else if (Variable("PGSSLMODE") is { } wish) builder.SslMode = Ssl(wish, "PGSSLMODE");
        return builder;
    }

    private static string? Given(string text) => text.Length == 0 ? null : Uri.UnescapeDataString(text);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static int Port()
    {
        if (Variable("PGPORT") is not { } text) return NpgsqlConnection.DefaultPort;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? port
            : throw new InputException("PGPORT must be a port, a whole number from 1 to 65535.");
    }

    private static SslMode Ssl(string word, string origin) => word switch
    {
        "disable" => SslMode.Disable,
        "allow" => SslMode.Allow,
        "prefer" => SslMode.Prefer,
        "require" => SslMode.Require,
        "verify-ca" => SslMode.VerifyCA,
        "verify-full" => SslMode.VerifyFull,
        _ => throw new InputException($"{origin} must be disable, allow, prefer, require, verify-ca or verify-full."),
    };
}
