namespace Assays.Quality;

/// <summary>Scores a pair of tables: the errors found in the one, the false alarms on the other.</summary>
internal static class PairBench
{
    public static async Task RunAsync(TablePair pair, QualityReport report, int show, bool clean)
    {
        var truth = pair.Read();
        var run = await Run.CheckAsync(pair.Dirty);
        report.Add(pair, truth, run);
        if (show > 0) Show(pair, truth, run, show);
        if (clean) await RunCleanAsync(pair.Group == pair.Name ? pair.Name : $"{pair.Group}/{pair.Name}", pair.Clean, report, show);
    }

    public static async Task RunCleanAsync(string name, string path, QualityReport report, int show)
    {
        var run = await Run.CheckAsync(path);
        var filled = run.Assessment.Profile.Columns.Sum(static c => c.Present);
        var alarms = run.Flags.Where(static flag => !string.IsNullOrEmpty(flag.Value)).ToList();
        report.AddClean(name, alarms, filled, run);
        foreach (var group in alarms.GroupBy(static a => (a.Detector, a.Cell.Column)).OrderByDescending(static g => g.Count()).Take(show))
        {
            Console.WriteLine($"  clean {name} {group.Key.Detector} {group.Key.Column}: {group.Count()} | {string.Join(" | ", group.Take(4).Select(static a => $"{a.Confidence:0.00} {a.Reason}"))}");
        }
    }

    private static void Show(TablePair pair, Truth truth, Run run, int show)
    {
        Console.WriteLine($"## {pair.Group}/{pair.Name}");
        var flagged = run.Flags.ToDictionary(static f => f.Cell);
        foreach (var column in truth.Errors.Keys.Select(static c => c.Column).Concat(flagged.Keys.Select(static c => c.Column)).Distinct())
        {
            var errors = truth.Errors.Where(e => e.Key.Column == column).ToList();
            var flags = flagged.Values.Where(f => f.Cell.Column == column).ToList();
            var false_ = flags.Where(f => !truth.Errors.ContainsKey(f.Cell)).ToList();
            var missed = errors.Where(e => !flagged.ContainsKey(e.Key)).ToList();
            Console.WriteLine($"  {column}: errors {errors.Count} hits {flags.Count - false_.Count} false {false_.Count}");
            foreach (var f in false_.DistinctBy(static f => f.Value).Take(show)) Console.WriteLine($"      FALSE {f.Confidence:0.00} {f.Detector} {f.Reason}");
            foreach (var f in flags.Where(f => f.Repair is not null && TablePair.Normal(f.Repair) != TablePair.Normal(truth.Errors.TryGetValue(f.Cell, out var e) ? e.Clean : f.Value ?? "")).DistinctBy(static f => f.Value).Take(show))
            {
                Console.WriteLine($"      REPAIR {f.Confidence:0.00} {f.Detector} '{f.Value}' -> '{f.Repair}', true is '{(truth.Errors.TryGetValue(f.Cell, out var e) ? e.Clean : f.Value)}'");
            }

            foreach (var m in missed.DistinctBy(static m => m.Value).Take(show)) Console.WriteLine($"      MISSED '{m.Value.Dirty}' <- '{m.Value.Clean}'");
        }
    }
}
