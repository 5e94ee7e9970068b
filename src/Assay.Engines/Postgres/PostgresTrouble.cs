using System.Globalization;
using System.Net.Sockets;
using Assays.Data;
using Npgsql;

namespace Assays.Engines.Postgres;

/// <summary>Tells what an error of PostgreSQL or of the way to it means for the person who called.</summary>
/// <param name="place">The server, without password.</param>
/// <param name="user">Who logs in.</param>
/// <param name="timeout">How long a query may take.</param>
/// <param name="hasQuery">Whether the caller wrote what is read.</param>
internal sealed class PostgresTrouble(string place, string user, TimeSpan timeout, bool hasQuery)
{
    private const int LongestMessage = 300;

    /// <summary>Errors before anything was read: mostly the caller can mend them.</summary>
    public Exception OfOpening(Exception error, CancellationToken cancellationToken) => error switch
    {
        _ when cancellationToken.IsCancellationRequested => new OperationCanceledException(cancellationToken),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } refused => new InputException(
            $"{place} does not let the user '{user}' in: {OneLine(refused.MessageText)}. Give the right password by PGPASSWORD or ~/.pgpass.", error),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } missing => new InputException($"{place} cannot be read: {OneLine(missing.MessageText)}.", error),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => OfReading(error, cancellationToken),
        PostgresException other => new EngineException($"{place} cannot be opened: {OneLine(other.MessageText)} (SQLSTATE {other.SqlState}).", error),
        NpgsqlException when error.Message.Contains("password", StringComparison.OrdinalIgnoreCase) => new InputException(
            $"{place} wants a password of the user '{user}'; give it by PGPASSWORD or ~/.pgpass.", error),
        NpgsqlException or SocketException or IOException or TimeoutException => new InputException(
            $"{place} cannot be reached: {OneLine((error.InnerException ?? error).Message)}. Does the server run there?", error),
        _ => error,
    };

    /// <summary>Errors of a query.</summary>
    public Exception OfReading(Exception error, CancellationToken cancellationToken) => error switch
    {
        _ when cancellationToken.IsCancellationRequested => new OperationCanceledException(cancellationToken),
        // The driver refuses a text with several statements by this exception.
        NotSupportedException when hasQuery => new InputException("The query must be one SELECT.", error),
        PostgresException { SqlState: var state } wrong when hasQuery && IsOfTheCaller(state) => new InputException($"The query cannot be run: {OneLine(wrong.MessageText)}.", error),
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable } or NpgsqlException { InnerException: TimeoutException } => new EngineException(
            string.Create(CultureInfo.InvariantCulture, $"{place} gave no answer within {timeout.TotalSeconds:0} s; give more time (--timeout), or assess a part of the table (--query)."), error),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } denied => new InputException(
            $"The user '{user}' may not read this at {place}: {OneLine(denied.MessageText)}. Ask for the right to SELECT.", error),
        PostgresException { SqlState: var state } gone when state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal) => Lost(gone, gone.MessageText),
        PostgresException other => new EngineException($"{place} refused a query: {OneLine(other.MessageText)} (SQLSTATE {other.SqlState}).", error),
        NpgsqlException or SocketException or IOException => Lost(error, (error.InnerException ?? error).Message),
        _ => error,
    };

    /// <summary>Wrong SQL, a value that does not fit, something that cannot be done, or an attempt to write.</summary>
    private static bool IsOfTheCaller(string state) =>
        state != PostgresErrorCodes.InsufficientPrivilege && (state[..2] is "42" or "22" or "0A" || state == PostgresErrorCodes.ReadOnlySqlTransaction);

    private EngineException Lost(Exception error, string why) => new($"The connection to {place} was lost: {OneLine(why)}. Nothing was written.", error);

    private static string OneLine(string message)
    {
        var line = message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return line.Length <= LongestMessage ? line : $"{line[..LongestMessage]}…";
    }
}
