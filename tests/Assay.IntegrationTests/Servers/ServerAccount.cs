using System.Diagnostics;

namespace Assays.IntegrationTests.Servers;

/// <summary>The account that servers run under: one without rights where the tests run as root, who may not run a database.</summary>
/// <param name="name">The account that Debian's package made for the server.</param>
internal sealed class ServerAccount(string name)
{
    /// <summary>Makes a folder that the server owns.</summary>
    public async Task<string> FolderAsync(string prefix)
    {
        var folder = Directory.CreateTempSubdirectory(prefix).FullName;
        if (Environment.IsPrivilegedProcess) await RunAsync("/", "chown", name, folder);
        return folder;
    }

    /// <summary>Runs a program to its end, in the account.</summary>
    public Task RunInAsync(string folder, params string[] command) => RunAsync(folder, As(command));

    /// <summary>Starts a program in the account; its output goes to a file of the folder.</summary>
    public Process Start(string folder, params string[] command) =>
        Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >log 2>&1", "sh", .. As(command)]) { WorkingDirectory = folder })!;

    private string[] As(string[] command) =>
        Environment.IsPrivilegedProcess ? (string[])["setpriv", $"--reuid={name}", $"--regid={name}", "--clear-groups", .. command] : command;

    private static async Task RunAsync(string folder, params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)}: {await output}{await errors}");
    }
}
