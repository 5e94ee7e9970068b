using System.Collections.Immutable;
using Assays.Data;
using Assays.Detectors;
using Assays.Engines;
using Assays.Findings;
using Assays.Labels.Errors;

namespace Assays.Learning.Labels;

/// <summary>With a target: labels that models of the other columns, which did not see the row, hold for wrong.</summary>
/// <param name="mostRows">Rows that are judged with normal effort at most; thorough effort judges the whole sample.</param>
/// <param name="mostCells">Cells of them at most.</param>
public sealed class WrongLabels(int mostRows = 20_000, int mostCells = 400_000) : Investigator
{
    /// <summary>Fewer rows teach a model nothing that would be worth a finding.</summary>
    private const int LeastRows = 50;

    /// <summary>Labels that are as likely right as wrong are not reported.</summary>
    private const double LeastProbability = 0.5;

    public override Rule Rule { get; } = new("AS0701", "wrong-labels", "Labels that are probably wrong", Dimension.LabelQuality, Severity.Warning);

    public override string? NotApplicable(Examination examination)
    {
        ArgumentNullException.ThrowIfNull(examination);
        if (examination.Target is not { } target) return "No column was named that is to be predicted.";
        return examination.Sample[target].Present < LeastRows ? $"Fewer than {LeastRows} rows have a label." : null;
    }

    public override Task<ImmutableArray<Finding>> InvestigateAsync(Table table, Examination examination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(examination);
        return Task.Run(() => Investigate(examination, cancellationToken), cancellationToken);
    }

    private ImmutableArray<Finding> Investigate(Examination examination, CancellationToken cancellationToken)
    {
        var target = examination.Target!;
        var sample = examination.Effort == Effort.Thorough ? examination.Sample : Part(examination.Sample, Math.Min(mostRows, mostCells / Math.Max(1, examination.Sample.Columns.Length)));
        LabelReport report;
        try
        {
            report = LabelChecker.Check(sample, "", target, new(target.Name) { Seed = examination.Seed, Threads = examination.Threads }, cancellationToken);
        }
        catch (InputException)
        {
            // A target of one class, of names, or without any other column is nobody's wrong label.
            return [];
        }

        ImmutableArray<SuspectCell> cells =
        [
            .. report.Suspects.Where(static s => s.IsFlagged && s.Probability >= LeastProbability)
                .Select(s => new SuspectCell(s.Row, target, s.Given, s.Probability, s.Reason, report.Kind == LabelKind.Classes && s.Better is not null ? new Replacement(s.Better) : null))
                .OrderBy(static c => c.Row),
        ];
        if (!report.IsUseful || cells.IsEmpty) return [];
        var share = (double)cells.Length / report.JudgedRows;
        var present = (long)Math.Round(share * examination.Profile[target].Present);
        var rows = sample.IsComplete ? cells.Length : Math.Max(cells.Length, present);
        return
        [
            new(Rule, [target],
                $"{Many(rows)} of {target.Label} ({Share((double)rows / Math.Max(1, examination.Profile[target].Present))}) do not fit their rows: models that learnt from the other rows give another one. About {Share(1 - report.Accuracy)} of the labels are wrong by their estimate (95 % interval {Share(1 - report.AccuracyInterval.High)} to {Share(1 - report.AccuracyInterval.Low)}).")
            {
                Confidence = cells.Average(static c => c.Confidence),
                Cells = cells,
                AffectedRows = rows,
                AffectedCells = rows,
                Evidence =
                [
                    new("judgedRows", (long)report.JudgedRows), new("estimatedErrorShare", 1 - report.Accuracy),
                    new("errorShareLow", 1 - report.AccuracyInterval.High), new("errorShareHigh", 1 - report.AccuracyInterval.Low),
                ],
                Repair = new("Look at these rows one by one, with 'assay labels review', and change the labels that are wrong.", false),
            },
        ];
    }

    /// <summary>A seeded part of the rows, in their order; all of them while they are few.</summary>
    private static Sample Part(Sample sample, int most)
    {
        if (sample.Rows <= most) return sample;
        var chosen = Enumerable.Range(0, sample.Rows).ToArray();
        new Random(sample.Seed).Shuffle(chosen);
        Array.Resize(ref chosen, most);
        Array.Sort(chosen);
        var numbers = sample.RowNumbers.ToArray();
        return new(
            sample.Schema, [.. sample.Columns.Select(c => Part(c, chosen))], Array.ConvertAll(chosen, i => numbers[i]), sample.TableRows, sample.Seed);
    }

    private static SampledColumn Part(SampledColumn column, int[] chosen)
    {
        // Values that only the rows left out had are dropped with them.
        var places = new Dictionary<int, int>();
        var (values, codes) = (ImmutableArray.CreateBuilder<string>(), new int[chosen.Length]);
        for (var i = 0; i < chosen.Length; i++)
        {
            var code = column.Codes[chosen[i]];
            if (code >= 0 && !places.TryGetValue(code, out var place))
            {
                places[code] = place = values.Count;
                values.Add(column.Values[code]);
            }
            else
            {
                place = code < 0 ? SampledColumn.Missing : places[code];
            }

            codes[i] = place;
        }

        return new(column.Column, values.ToImmutable(), codes);
    }

    private static string Many(long rows) => rows == 1 ? "1 label" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{rows:N0} labels");

    private static string Share(double share) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{100 * Math.Clamp(share, 0, 1):0.0#} %");
}
