using System.IO.Enumeration;
using Assays.Data;

namespace Assays.Engines.Sources;

/// <summary>Files by a pattern: <c>*</c> and <c>?</c> within a name, <c>**</c> over any folders.</summary>
internal static class FileGlob
{
    private static readonly string[] AnyName = ["*"];

    public static bool IsGlob(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <returns>The folder before the first wildcard, and the matching files in ordinal order.</returns>
    /// <exception cref="InputException">Nothing matches.</exception>
    public static (string Root, string[] Paths) Match(string pattern)
    {
        var parts = pattern.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var fixedParts = parts.TakeWhile(static part => !IsGlob(part)).ToArray();
        var root = string.Join(Path.DirectorySeparatorChar, fixedParts);
        if (root.Length == 0) root = fixedParts.Length > 0 ? Path.DirectorySeparatorChar.ToString() : ".";
        var wild = parts[fixedParts.Length..];
        try
        {
            var found = Directory.Exists(root) ? Walk(new DirectoryInfo(root), wild).Order(StringComparer.Ordinal).Distinct().ToArray() : [];
            if (found.Length == 0) throw new InputException($"No file matches '{pattern}'.");
            var trim = fixedParts.Length == 0 ? $".{Path.DirectorySeparatorChar}".Length : 0;
            return (root, [.. found.Select(path => path[trim..])]);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new InputException($"The files of '{pattern}' cannot be listed: {error.Message}", error);
        }
    }

    private static IEnumerable<string> Walk(DirectoryInfo folder, ReadOnlyMemory<string> parts)
    {
        var part = parts.Span[0];
        var rest = parts[1..];
        if (part == "**")
        {
            var below = folder.EnumerateDirectories().Where(static d => d.LinkTarget is null).SelectMany(d => Walk(new(Join(folder, d)), parts));
            return (rest.IsEmpty ? Walk(folder, AnyName) : Walk(folder, rest)).Concat(below);
        }

        return rest.IsEmpty
            ? folder.EnumerateFiles().Where(f => FileSystemName.MatchesSimpleExpression(part, f.Name, ignoreCase: false)).Select(f => Join(folder, f))
            : folder.EnumerateDirectories().Where(d => FileSystemName.MatchesSimpleExpression(part, d.Name, ignoreCase: false))
                .SelectMany(d => Walk(new(Join(folder, d)), rest));
    }

    /// <summary>The path as the user began it, where <see cref="FileSystemInfo.FullName"/> would make it absolute.</summary>
    private static string Join(DirectoryInfo folder, FileSystemInfo inside) => Path.Combine(folder.ToString(), inside.Name);
}
