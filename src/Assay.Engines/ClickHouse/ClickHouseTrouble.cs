using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Assays.Data;

namespace Assays.Engines.ClickHouse;

/// <summary>Tells what an error of ClickHouse or of the way to it means for the person who called.</summary>
/// <param name="place">The server, without password.</param>
/// <param name="user">Who logs in.</param>
/// <param name="timeout">How long a query may take.</param>
/// <param name="hasQuery">Whether the caller wrote what is read.</param>
internal sealed partial class ClickHouseTrouble(string place, string user, TimeSpan timeout, bool hasQuery)
{
    private const int LongestMessage = 300;

    // The numbers are those of ClickHouse's ErrorCodes, which never change their meaning.
    public Exception OfAnswer(string body)
    {
        var match = Pattern().Match(body);
        var code = match.Success ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var message = OneLine(match.Success ? match.Groups[2].Value : body);
        return code switch
        {
            192 or 193 or 194 or 516 => new InputException($"{place} does not let the user '{user}' in. Give the right password by CLICKHOUSE_PASSWORD."),
            81 or 291 => new InputException($"{place} cannot be read: {message}."),
            497 => new InputException($"The user '{user}' may not read this at {place}: {message}. Ask for the right to SELECT."),
            159 or 160 or 209 => new EngineException(string.Create(
                CultureInfo.InvariantCulture, $"{place} gave no answer within {timeout.TotalSeconds:0} s; give more time (--timeout), or assess a part of the table (--query).")),
            210 or 279 => new EngineException($"{place} misses a part of its cluster: {message}. Nothing was written."),
            241 => new EngineException($"{place} has not enough memory for a query: {message}."),
            _ when hasQuery => new InputException($"The query cannot be run: {message}."),
            60 => new InputException($"{place} has no such table: {message}."),
            _ => new EngineException($"{place} refused a query: {message} (code {code})."),
        };
    }

    public Exception OfWire(Exception error, CancellationToken cancellationToken) => error switch
    {
        _ when cancellationToken.IsCancellationRequested => new OperationCanceledException(cancellationToken),
        OperationCanceledException => new EngineException(string.Create(
            CultureInfo.InvariantCulture, $"{place} gave no answer within {timeout.TotalSeconds:0} s; give more time (--timeout), or assess a part of the table (--query)."), error),
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TimedOut or SocketError.NetworkUnreachable } why } =>
            new InputException($"{place} cannot be reached: {OneLine(why.Message)}. Does the server run there, and is this the port of its HTTP interface?", error),
        _ => new EngineException($"The connection to {place} was lost: {OneLine((error.InnerException ?? error).Message)}. Nothing was written.", error),
    };

    private static string OneLine(string message)
    {
        var line = message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return line.Length <= LongestMessage ? line : $"{line[..LongestMessage]}…";
    }

    [GeneratedRegex(@"Code: (\d+)[.,] (?:e\.displayText\(\) = )?(?:DB::Exception: )?(.*?)(?:, e\.what\(\) = .*)?$", RegexOptions.Singleline)]
    private static partial Regex Pattern();
}
