using System.Runtime.CompilerServices;

namespace Assays.IntegrationTests.Servers;

/// <summary>Files of the repository, and of the folder beside it.</summary>
internal static class Repository
{
    public static string Path(string relative) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Root(), relative));

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(Path(folder)) ? Directory.GetFiles(Path(folder), pattern).Order(StringComparer.Ordinal) : [];

    private static string Root([CallerFilePath] string file = "") => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file)!, "../../..");
}
