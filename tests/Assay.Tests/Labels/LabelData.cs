using System.Text.Json;
using Assays.Tests.Architecture;

namespace Assays.Tests.Labels;

/// <summary>The reference values and the sets with known label errors, which are kept beside the project and not in it.</summary>
internal static class LabelData
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(SourceTree.Root.FullName, "..", "shared", "data", "labels"));

    public static string File(params string[] parts)
    {
        var path = Path.Combine([Folder, .. parts]);
        Assert.SkipUnless(System.IO.File.Exists(path), $"The label data are not on this machine ({path}).");
        return path;
    }

    public static JsonElement Json(string name) => JsonDocument.Parse(System.IO.File.ReadAllText(File(name))).RootElement;

    public static double[] Doubles(this JsonElement element) => [.. element.EnumerateArray().Select(static e => e.GetDouble())];
}
