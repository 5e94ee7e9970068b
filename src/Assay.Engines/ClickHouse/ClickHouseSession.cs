using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using Assays.Data;
using Assays.Sql;
using Assays.Sql.Dialects;

namespace Assays.Engines.ClickHouse;

/// <summary>Sends queries to a server's HTTP interface. They may only read, and end on the server when they take too long or nobody waits any more.</summary>
internal sealed class ClickHouseSession : IAsyncDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly ClickHouseAddress _address;
    private readonly EngineOptions _options;
    private bool _mayOnlyRead;

    public ClickHouseSession(Source.Server server, bool hasQuery, EngineOptions options)
    {
        _address = ClickHouseAddress.Read(server);
        _options = options;
        // The server keeps the time; this is for one that does not answer any more.
        _http = new(new SocketsHttpHandler { UseProxy = false, AutomaticDecompression = DecompressionMethods.GZip }) { Timeout = options.Timeout + Patience };
        // Not a part of the URL, which servers write into their logs.
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Utf8.GetBytes($"{_address.User}:{_address.Password}")));
        Trouble = new(server.Name, _address.User, options.Timeout, hasQuery);
    }

    public Dialect Dialect { get; } = new ClickHouseDialect();

    public ClickHouseTrouble Trouble { get; }

    public string Database => _address.Database;

    public bool AllowsPart => _address.AllowsPart;

    public string Version { get; private set; } = "";

    /// <summary>Whether one reader reads the rows as they come.</summary>
    public bool ReadsInOrder { get; set; }

    /// <summary>Logs in, and learns what the server is and whether the user may set anything for a query.</summary>
    public async Task GreetAsync(CancellationToken cancellationToken)
    {
        _mayOnlyRead = true;
        var mode = "";
        await foreach (var row in QueryAsync(SqlText.Of($"SELECT version(), value FROM system.settings WHERE name = 'readonly'"), cancellationToken))
        {
            (Version, mode) = ((string)row[0]!, (string)row[1]!);
        }

        _mayOnlyRead = mode == "1";
        if (_mayOnlyRead && AllowsPart) throw new InputException($"The user '{_address.User}' may not ask for a part of the cluster, as it may change no setting; leave partial=1 out.");
    }

    public async IAsyncEnumerable<object?[]> QueryAsync(SqlText sql, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var answer = await SendAsync(Dialect.RenderInline(sql), cancellationToken);
        using var reader = await ReaderAsync(answer, cancellationToken);
        await LineAsync(reader, cancellationToken);
        var types = TabSeparated.Names(await LineAsync(reader, cancellationToken) ?? "");
        while (await LineAsync(reader, cancellationToken) is { } line) yield return TabSeparated.Row(line, types);
    }

    /// <summary>The names and types of what a relation has, without reading a row.</summary>
    public async Task<IReadOnlyList<(string Name, string Type)>> DescribeAsync(SqlText relation, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(Dialect.RenderInline(SqlText.Of($"SELECT * FROM {relation} LIMIT 0")), cancellationToken);
        using var reader = await ReaderAsync(answer, cancellationToken);
        var names = TabSeparated.Names(await LineAsync(reader, cancellationToken) ?? "");
        var types = TabSeparated.Names(await LineAsync(reader, cancellationToken) ?? "");
        return [.. names.Zip(types)];
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<HttpResponseMessage> SendAsync(string sql, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString("N");
        HttpResponseMessage? answer = null;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Url(id)) { Content = new ByteArrayContent(Utf8.GetBytes($"{sql}\nFORMAT TabSeparatedWithNamesAndTypes")) };
            answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (answer.IsSuccessStatusCode) return answer;
            throw Trouble.OfAnswer(await answer.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            answer?.Dispose();
            if (error is OperationCanceledException) await KillAsync(id);
            throw Trouble.OfWire(error, cancellationToken);
        }
        catch
        {
            answer?.Dispose();
            throw;
        }
    }

    private Uri Url(string id)
    {
        // The answer waits on the server until it is whole: an error in its midst is an error, not an end.
        var url = new StringBuilder("/?wait_end_of_query=1&query_id=").Append(id).Append("&database=").Append(Uri.EscapeDataString(_address.Database));
        if (_mayOnlyRead) return new(_address.Url, url.ToString());
        // Of a query, settings may be changed, data not.
        url.Append(CultureInfo.InvariantCulture, $"&readonly=2&enable_http_compression=1&max_execution_time={Math.Max(1, (long)_options.Timeout.TotalSeconds)}");
        url.Append("&max_query_size=100000000&max_ast_elements=10000000&max_expanded_ast_elements=10000000&max_bytes_before_external_sort=1000000000");
        if (ReadsInOrder) url.Append("&max_threads=1");
        if (AllowsPart) url.Append("&skip_unavailable_shards=1");
        return new(_address.Url, url.ToString());
    }

    /// <summary>Ends a query that nobody waits for any more; a user who may not is left to the server's time limit.</summary>
    private async Task KillAsync(string id)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            using var content = new StringContent(Dialect.RenderInline(SqlText.Of($"KILL QUERY WHERE query_id = {id} ASYNC")), Utf8);
            using var answer = await _http.PostAsync(new Uri(_address.Url, "/"), content, patience.Token);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            // The first error tells what is wrong; a server that is gone runs no query.
        }
    }

    private static async Task<StreamReader> ReaderAsync(HttpResponseMessage answer, CancellationToken cancellationToken) =>
        new(await answer.Content.ReadAsStreamAsync(cancellationToken), Utf8, detectEncodingFromByteOrderMarks: false);

    private async Task<string?> LineAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            throw Trouble.OfWire(error, cancellationToken);
        }
    }
}
