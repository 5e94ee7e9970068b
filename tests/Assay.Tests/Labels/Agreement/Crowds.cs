using Assays.Labels.Agreement;

namespace Assays.Tests.Labels.Agreement;

/// <summary>Answers of real crowds with the truth.</summary>
internal static class Crowds
{
    public static (Answers Answers, Dictionary<string, string> Truth) Read(string folder)
    {
        var answers = Lines(LabelData.File("real", folder, "answers.csv")).Select(static f => (f[0], f[1], f[2]));
        return (Answers.Of(answers), Lines(LabelData.File("real", folder, "truth.csv")).ToDictionary(static f => f[0], static f => f[1]));
    }

    private static IEnumerable<string[]> Lines(string path) => File.ReadLines(path).Skip(1).Select(static line => line.Split(','));
}
