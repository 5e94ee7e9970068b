using System.Collections.Concurrent;
using System.Text;
using Assays.Data;
using Assays.Detectors;

namespace Assays.IntegrationTests.Fuzzing;

/// <summary>Whatever a file holds, it is assessed or refused in one line: no other exception, no check that breaks, no hang.</summary>
public sealed class FuzzTests : IDisposable
{
    /// <summary>Damaged files of each kind; ten thousand of all kinds together.</summary>
    private const int Files = 1_250;

    /// <summary>How long one small file may take before it counts as a hang.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("assay-fuzz-");

    public static TheoryData<string> Kinds => ["csv", "tsv", "json", "ndjson", "parquet", "xlsx", "arrow", "db"];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Speed", "Slow")]
    public async Task ADamagedFile_IsAssessedOrRefusedInOneLine(string kind)
    {
        var original = await File.ReadAllBytesAsync(await Seed.WriteAsync(_folder.FullName, kind), TestContext.Current.CancellationToken);
        var complaints = new ConcurrentBag<string>();
        var assessed = 0;
        await Parallel.ForAsync(0, Files, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken }, async (number, _) =>
        {
            var path = Path.Combine(_folder.FullName, FormattableString.Invariant($"{number}.{kind}"));
            await File.WriteAllBytesAsync(path, Mutation.Of(original, new Random(number)), TestContext.Current.CancellationToken);
            if (await ComplaintAsync(path) is { } complaint) complaints.Add($"{number}: {complaint}");
            else Interlocked.Increment(ref assessed);
            File.Delete(path);
        });

        Assert.True(complaints.IsEmpty, string.Join("\n", complaints.Order(StringComparer.Ordinal).Take(5)));
        Assert.Equal(Files, assessed);
    }

    private static async Task<string?> ComplaintAsync(string path)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var assessment = await Assay.CheckAsync(path, new CheckOptions { Threads = 1, Effort = Effort.Normal }, cancellationToken: patience.Token);
            return assessment.Outcomes.OfType<Findings.Outcome.Failed>().Select(static f => $"{f.Rule.Name} broke: {f.Error}").FirstOrDefault();
        }
        catch (InputException refusal)
        {
            return refusal.Message.Contains('\n', StringComparison.Ordinal) ? $"more than one line: {refusal.Message}" : null;
        }
        catch (OperationCanceledException)
        {
            return "it hangs";
        }
        catch (Exception error)
        {
            return new StringBuilder(error.ToString()).Replace('\n', ' ').ToString();
        }
    }
}
