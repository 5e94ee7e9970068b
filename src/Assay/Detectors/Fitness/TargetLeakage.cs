using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Fitness;

/// <summary>
/// Single columns that foretell the target almost perfectly: they know the answer already, and will not when the model is used.
/// Each column alone predicts the target of one half of the rows from the other half, as in the predictive power score.
/// </summary>
/// <param name="tooGood">The share of what can be won over the best constant guess from which a single column is too good.</param>
public sealed class TargetLeakage(double tooGood = 0.97) : Detector
{
    private const int FewestRows = 50;
    private const int FewestOfOtherClasses = 10;
    private const int Bins = 100;

    public override Rule Rule { get; } = new("AS0911", "target-leakage", "A column that knows the answer", Dimension.Plausibility, Severity.Error);

    public override string? NotApplicable(Examination examination) => TargetClasses.NotApplicable(examination);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        if (examination.Target is not { } target) yield break;
        var answers = examination.Sample[target];
        var classes = TargetClasses.AreMeant(examination);
        if (answers.Present < FewestRows || answers.Values.Length < 2) yield break;
        if (classes && answers.Present - answers.Counts.ToArray().Max() < FewestOfOtherClasses) yield break;
        foreach (var feature in examination.Sample.Columns.Where(values => values.Column != target && values.Values.Length > 1))
        {
            var groups = Groups(feature);
            var score = classes ? Accuracy(groups, answers) : Explained(groups, answers);
            if (score < tooGood) continue;
            yield return new(Rule, [feature.Column, target],
                $"{feature.Column.Label} alone foretells {target.Label} ({(classes ? $"{Wording.Percent(score)} of what guessing gets wrong is put right" : $"{Wording.Percent(score)} of its variance")}): it knows the answer already, and may not be there when a prediction is needed.")
            {
                Confidence = 0.9,
                AffectedRows = examination.Profile[feature.Column].Present,
                Evidence = [new("score", score)],
                Repair = new("Leave the column out of the features unless it is known before the answer is.", IsCertain: false),
            };
        }
    }

    /// <summary>For each row the group of the feature's value: the value itself, or one of a hundred bins where numbers are many.</summary>
    private static int[] Groups(SampledColumn feature)
    {
        var codes = feature.Codes.ToArray();
        if (feature.Values.Length <= Bins) return codes;
        var numbers = feature.Numbers.ToArray();
        if (numbers.Count(double.IsNaN) > 0.05 * numbers.Length) return codes;
        var sorted = codes.Where(code => code >= 0 && !double.IsNaN(numbers[code])).Select(code => numbers[code]).Order().ToArray();
        return [.. codes.Select(code => code < 0 || double.IsNaN(numbers[code]) ? -1 : Bin(sorted, numbers[code]))];
    }

    private static int Bin(double[] sorted, double number)
    {
        var at = Array.BinarySearch(sorted, number);
        if (at < 0) at = ~at;
        while (at > 0 && sorted[at - 1] == number) at--;
        return (int)((long)at * Bins / sorted.Length);
    }

    /// <summary>Which half a row is in, by Fibonacci hashing (Knuth): a period in the rows, such as every second, must not decide it.</summary>
    private static int Half(int row) => (int)(unchecked((uint)row * 2_654_435_769) >> 31);

    /// <summary>The share of the errors of the best constant guess that the groups put right.</summary>
    private static double Accuracy(int[] groups, SampledColumn answers)
    {
        var (right, rightByConstant, rows) = (0, 0, 0);
        for (var half = 0; half < 2; half++)
        {
            var counts = new Dictionary<(int Group, int Answer), int>();
            var usual = new Dictionary<int, (int Answer, int Count)>();
            var overall = new int[answers.Values.Length];
            for (var row = 0; row < groups.Length; row++)
            {
                var answer = answers.Codes[row];
                if (answer < 0 || Half(row) == half) continue;
                overall[answer]++;
                var count = counts[(groups[row], answer)] = counts.GetValueOrDefault((groups[row], answer)) + 1;
                if (count > usual.GetValueOrDefault(groups[row]).Count) usual[groups[row]] = (answer, count);
            }

            var constant = Array.IndexOf(overall, overall.Max());
            for (var row = 0; row < groups.Length; row++)
            {
                var answer = answers.Codes[row];
                if (answer < 0 || Half(row) != half) continue;
                rows++;
                if (answer == constant) rightByConstant++;
                if (answer == (usual.TryGetValue(groups[row], out var guess) ? guess.Answer : constant)) right++;
            }
        }

        return rows == rightByConstant ? 0 : (double)(right - rightByConstant) / (rows - rightByConstant);
    }

    /// <summary>The share of the variance of a number that the means of the groups explain.</summary>
    private static double Explained(int[] groups, SampledColumn answers)
    {
        var (left, total) = (0.0, 0.0);
        for (var half = 0; half < 2; half++)
        {
            var sums = new Dictionary<int, (double Sum, int Count)>();
            var (sum, count) = (0.0, 0);
            for (var row = 0; row < groups.Length; row++)
            {
                var answer = answers.Number(row);
                if (double.IsNaN(answer) || Half(row) == half) continue;
                var known = sums.GetValueOrDefault(groups[row]);
                sums[groups[row]] = (known.Sum + answer, known.Count + 1);
                (sum, count) = (sum + answer, count + 1);
            }

            for (var row = 0; row < groups.Length && count > 0; row++)
            {
                var answer = answers.Number(row);
                if (double.IsNaN(answer) || Half(row) != half) continue;
                var mean = sum / count;
                var guess = sums.TryGetValue(groups[row], out var known) ? known.Sum / known.Count : mean;
                left += (answer - guess) * (answer - guess);
                total += (answer - mean) * (answer - mean);
            }
        }

        return total > 0 ? 1 - left / total : 0;
    }
}
