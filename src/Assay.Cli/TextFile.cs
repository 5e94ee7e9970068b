using Assays.Data;

namespace Assays.Cli;

/// <summary>Reads small text files that a user names.</summary>
internal static class TextFile
{
    private const long MostBytes = 50_000_000;

    /// <exception cref="InputException">The file cannot be read, or is too large to be meant.</exception>
    public static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (!File.Exists(path)) throw new InputException($"There is no file '{path}'.");
            if (new FileInfo(path).Length > MostBytes) throw new InputException($"'{path}' is larger than 50 MB and is not read.");
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{path}' cannot be read: {error.Message}", error);
        }
    }
}
