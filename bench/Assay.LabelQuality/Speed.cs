using System.Diagnostics;
using System.Text;
using Assays.Data;
using Assays.Labels.Errors;
using Assays.Learning.Labels;

namespace Assays.LabelQuality;

/// <summary>How long it takes: from given probabilities on one thread, and from raw columns.</summary>
internal static class Speed
{
    public static void Report(StringBuilder page)
    {
        page.Append("| what | seconds | peak memory of the process, MB |\n|---|---|---|\n");
        var (probabilities, labels) = Given(1_000_000, 10);
        LabelJudge.Judge(probabilities, labels);
        var best = Enumerable.Range(0, 3).Min(_ => Seconds(() => LabelJudge.Judge(probabilities, labels)));
        page.Append($"| judging 1,000,000 rows × 10 classes by given probabilities, one thread | {best:0.00} | {Peak()} |\n");
    }

    /// <summary>Run alone, so that the peak is its own.</summary>
    public static void ReportEndToEnd(StringBuilder page)
    {
        var sample = Raw(100_000, 8);
        var seconds = Seconds(() => LabelChecker.Check(sample, "table", sample.Schema.Find("label")!, new("label") { Threads = 2 }));
        page.Append($"| models and judgement of 100,000 rows × 8 columns, end to end, two threads | {seconds:0.0} | {Peak()} |\n");
    }

    private static double Seconds(Action work)
    {
        var began = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static long Peak() => Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000;

    private static (ClassProbabilities, int[]) Given(int rows, int classes)
    {
        var random = new Random(1);
        var (values, labels) = (new double[rows * classes], new int[rows]);
        for (var row = 0; row < rows; row++)
        {
            var truth = random.Next(classes);
            labels[row] = random.NextDouble() < 0.1 ? random.Next(classes) : truth;
            var sum = 0.0;
            for (var k = 0; k < classes; k++) sum += values[row * classes + k] = Math.Exp(2 * random.NextDouble() + (k == truth ? 3 : 0));
            for (var k = 0; k < classes; k++) values[row * classes + k] /= sum;
        }

        return (new([.. Enumerable.Range(0, classes).Select(static k => $"{k}")], values), labels);
    }

    private static Sample Raw(int rows, int columns)
    {
        var random = new Random(1);
        string[] names = [.. Enumerable.Range(0, columns).Select(static i => $"x{i}"), "label"];
        return Sample.Of(names, [.. Enumerable.Range(0, rows).Select(_ =>
        {
            var values = Enumerable.Range(0, columns).Select(_ => random.NextDouble()).ToArray();
            var isBig = values[0] + values[1] * values[2] > 0.8 ^ random.NextDouble() < 0.1;
            string?[] cells = [.. values.Select(static v => v.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture)), isBig ? "big" : "small"];
            return cells;
        })]);
    }
}
