using System.Runtime.CompilerServices;

namespace Assays.Tests.Architecture;

/// <summary>Where the files of this repository are, for tests that look at them.</summary>
internal static class SourceTree
{
    public static DirectoryInfo Root { get; } = FindRoot();

    /// <summary>The C# files that people write, below a folder of the repository.</summary>
    public static IEnumerable<FileInfo> CSharp(string folder) =>
        from file in new DirectoryInfo(Path.Combine(Root.FullName, folder)).EnumerateFiles("*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root.FullName, file.FullName).Replace('\\', '/')
        where !path.Split('/').Any(static part => part is "bin" or "obj" or "artifacts" or "node_modules")
        select file;

    private static DirectoryInfo FindRoot([CallerFilePath] string file = "")
    {
        var folder = new FileInfo(file).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "assay.slnx"))) folder = folder.Parent;
        return folder ?? throw new DirectoryNotFoundException("The tests run beside their sources.");
    }
}
