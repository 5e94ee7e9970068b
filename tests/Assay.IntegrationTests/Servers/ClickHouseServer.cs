using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace Assays.IntegrationTests.Servers;

/// <summary>One real ClickHouse server with ports and a folder of its own: a shard of a cluster that it knows by the name <c>both</c>.</summary>
internal sealed class ClickHouseServer : IDisposable
{
    public const string Password = "p@ss/wörd?";

    private readonly ServerAccount _account = new("clickhouse");
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private string _folder = "";
    private Process? _process;

    public int HttpPort { get; } = FreePort.Next();
    public int NativePort { get; } = FreePort.Next();

    /// <summary>Threads that a query may use; as many as the machine has processors when it is none.</summary>
    public int? Threads { get; init; }

    public string Host => $"127.0.0.1:{HttpPort}";

    /// <summary>What the server has computed so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public async Task StartAsync(IEnumerable<ClickHouseServer> cluster)
    {
        if (_folder.Length == 0)
        {
            _folder = await _account.FolderAsync("assay-clickhouse-");
            await File.WriteAllTextAsync(Path.Combine(_folder, "config.xml"), Settings(cluster));
            await File.WriteAllTextAsync(Path.Combine(_folder, "users.xml"), Users());
        }

        // Debian's program is a server; others have one program for all.
        var program = File.Exists("/usr/sbin/clickhouse-server") ? "/usr/sbin/clickhouse-server" : "/usr/bin/clickhouse-server";
        _process = _account.Start(_folder, program, "--config-file=config.xml");
        for (var tries = 0; ; tries++)
        {
            try
            {
                await RunAsync("SELECT 1");
                return;
            }
            catch (HttpRequestException) when (tries < 300 && !_process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Runs a statement, with data behind it if it takes any, as a user without limits.</summary>
    public async Task<string> RunAsync(string sql, string data = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{Host}/?query={Uri.EscapeDataString(sql)}") { Content = new StringContent(data) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"owner:{Password}")));
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException(text);
    }

    /// <summary>Ends the server as a crash does: no query is answered any more.</summary>
    public void Kill()
    {
        if (_process is null || _process.HasExited) return;
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _http.Dispose();
        if (_folder.Length > 0) Directory.Delete(_folder, recursive: true);
    }

    private string Settings(IEnumerable<ClickHouseServer> cluster) =>
        $"""
         <yandex>
           <logger><level>error</level><log>{_folder}/server.log</log><errorlog>{_folder}/errors.log</errorlog></logger>
           <http_port>{HttpPort}</http_port><tcp_port>{NativePort}</tcp_port><listen_host>127.0.0.1</listen_host>
           <path>{_folder}/data/</path><tmp_path>{_folder}/tmp/</tmp_path><users_config>{_folder}/users.xml</users_config>
           <default_profile>default</default_profile><default_database>default</default_database><timezone>UTC</timezone>
           <mark_cache_size>67108864</mark_cache_size>
           <remote_servers><both>{string.Concat(cluster.Select(static s =>
               $"<shard><replica><host>127.0.0.1</host><port>{s.NativePort}</port><user>owner</user><password>{Password}</password></replica></shard>"))}</both></remote_servers>
         </yandex>
         """;

    private string Users() =>
        $"""
         <yandex>
           <profiles><default>{(Threads is { } most ? $"<max_threads>{most}</max_threads>" : "")}</default><reading><readonly>1</readonly></reading></profiles><quotas><default></default></quotas>
           <users>
             <owner><password>{Password}</password><networks><ip>::/0</ip></networks><profile>default</profile><quota>default</quota></owner>
             <reader><password>reader</password><networks><ip>::/0</ip></networks><profile>reading</profile><quota>default</quota></reader>
           </users>
         </yandex>
         """;
}
