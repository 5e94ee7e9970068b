using System.Globalization;
using Assays.Drift;
using Assays.Tests.Drift;

namespace Assays.Tests.Learning.Drift;

/// <summary>Two measurements, an answer that follows from their sum, and a model's probability of it.</summary>
internal static class ConceptTables
{
    public static string[] Names { get; } = ["left", "right", "answer", "probability"];

    /// <param name="shift">How far the measurements are moved.</param>
    /// <param name="border">From what sum on the answer is yes.</param>
    public static string[][] Rows(int seed, double shift = 0, double border = 10, int count = 1_200)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var (a, b) = (10 * random.NextDouble() + shift, 10 * random.NextDouble());
            var probability = 1 / (1 + Math.Exp(10 - a - b));
            var answer = border == 10 ? random.NextDouble() < probability : a + b > border;
            return new[] { Text(a), Text(b), answer ? "yes" : "no", Text(probability) };
        })];
    }

    public static Comparison Compare(string[][] reference, string[][] current) => Compared.Tables(Names, reference, Names, current);

    private static string Text(double number) => number.ToString("0.0000", CultureInfo.InvariantCulture);
}
