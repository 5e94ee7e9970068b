using System.Runtime.CompilerServices;
using Xunit;

namespace Assays.Tests;

/// <summary>
/// Compares text with the approved file beside the test. A difference writes the received text next to it and fails;
/// run with ASSAY_APPROVE=1 to approve.
/// </summary>
internal static class Snapshot
{
    public static void Match(string received, string extension = "txt", [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(file)!, "Approved", $"{Path.GetFileNameWithoutExtension(file)}.{test}");
        var approvedFile = $"{stem}.approved.{extension}";
        var receivedFile = $"{stem}.received.{extension}";
        var text = received.ReplaceLineEndings("\n");

        if (Environment.GetEnvironmentVariable("ASSAY_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(approvedFile)!);
            File.WriteAllText(approvedFile, text);
        }

        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile).ReplaceLineEndings("\n") : null;
        if (approved == text)
        {
            File.Delete(receivedFile);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(receivedFile)!);
        File.WriteAllText(receivedFile, text);
        Assert.Fail($"{receivedFile} differs from {approvedFile}");
    }
}
