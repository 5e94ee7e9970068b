using System.Globalization;
using Assays.Labels;
using Assays.Labels.Errors;

namespace Assays.LabelQuality;

/// <summary>One table with known label errors.</summary>
internal sealed record NoisySet(string Table, string Noise, string Folder, int[] Labels, int[] Truth, string[] Classes)
{
    public bool[] Errors { get; } = [.. Labels.Zip(Truth, static (given, truth) => given != truth)];

    public double ErrorShare => (double)Errors.Count(static e => e) / Errors.Length;

    public static IEnumerable<NoisySet> All(string root)
    {
        foreach (var table in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal))
        {
            foreach (var folder in Directory.EnumerateDirectories(table).Order(StringComparer.Ordinal))
            {
                if (!File.Exists(Path.Combine(folder, "truth.csv")) || !File.Exists(Path.Combine(folder, "data.csv"))) continue;
                var lines = File.ReadLines(Path.Combine(folder, "truth.csv")).Skip(1).Select(static line => line.Split(',')).ToArray();
                string[] classes = [.. ClassNames.Sort(lines.SelectMany(static l => new[] { l[1], l[2] }))];
                yield return new(
                    Path.GetFileName(table), Path.GetFileName(folder), folder,
                    [.. lines.Select(l => Array.IndexOf(classes, l[2]))], [.. lines.Select(l => Array.IndexOf(classes, l[1]))], classes);
            }
        }
    }

    public ClassProbabilities? Probabilities(string model) =>
        File.Exists(Path.Combine(Folder, $"pred_probs_{model}.csv")) ? Read(Path.Combine(Folder, $"pred_probs_{model}.csv"), Classes) : null;

    internal static ClassProbabilities Read(string path, string[] classes)
    {
        var lines = File.ReadAllLines(path);
        int[] order = [.. lines[0].Split(',').Select(name => Array.IndexOf(classes, name.Trim('"')[2..]))];
        var values = new double[(lines.Length - 1) * classes.Length];
        for (var row = 0; row < lines.Length - 1; row++)
        {
            var fields = lines[row + 1].Split(',');
            for (var k = 0; k < order.Length; k++)
            {
                values[row * classes.Length + order[k]] = double.Parse(fields[k], CultureInfo.InvariantCulture);
            }
        }

        return new ClassProbabilities([.. classes], values).Normalised();
    }
}
