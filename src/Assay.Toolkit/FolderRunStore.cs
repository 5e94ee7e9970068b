using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Assays.Data;
using Assays.History;

namespace Assays;

/// <summary>Runs as files of a folder, named by their time, so that they can be listed, copied and deleted by hand.</summary>
internal sealed class FolderRunStore(string folder) : RunStore
{
    private const string Extension = ".run.json";

    public override async Task<ImmutableArray<Run>> ReadAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            if (!Directory.Exists(folder)) return [];
            var runs = ImmutableArray.CreateBuilder<Run>();
            foreach (var path in Directory.EnumerateFiles(folder, "*" + Extension).OrderDescending(StringComparer.Ordinal).Take(RunHistory.MostRuns))
            {
                runs.Add(RunText.Parse(await File.ReadAllTextAsync(path, cancellationToken), path));
            }

            return runs.ToImmutable();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The history '{folder}' cannot be read: {error.Message}", error);
        }
    }

    public override async Task AddAsync(Run run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        var text = Encoding.UTF8.GetBytes(RunText.Write(run));
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The history '{folder}' cannot be made: {error.Message}", error);
        }

        // Two runs of one moment are two files, and the same run written twice is one.
        var name = $"{run.Time.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(SHA256.HashData(text))[..8]}{Extension}";
        await ReportFile.WriteAsync(Path.Combine(folder, name), stream => stream.WriteAsync(text, cancellationToken).AsTask(), cancellationToken);
    }
}
