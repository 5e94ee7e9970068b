namespace Assays.DriftBench;

/// <summary>Two tables as files while they are compared.</summary>
internal static class TrialFiles
{
    public static async Task<T> UseAsync<T>(Rows reference, Rows current, Func<string, string, Task<T>> use)
    {
        var folder = Directory.CreateTempSubdirectory("assay-drift-");
        try
        {
            var (old, now) = (Path.Combine(folder.FullName, "reference.csv"), Path.Combine(folder.FullName, "current.csv"));
            reference.Write(old);
            current.Write(now);
            return await use(old, now);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
