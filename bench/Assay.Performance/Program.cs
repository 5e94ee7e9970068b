using Assays.Performance;

// Without arguments: measures everything and writes docs/performance.md. The verbs are what it runs as processes of their own.
return args switch
{
    [] => await Measurements.WriteAsync("docs/performance.md"),
    ["summarize", var path, var threads] => await Jobs.SummarizeAsync(path, int.Parse(threads, System.Globalization.CultureInfo.InvariantCulture)),
    ["profile", var path, var threads] => await Jobs.ProfileAsync(path, int.Parse(threads, System.Globalization.CultureInfo.InvariantCulture)),
    _ => throw new ArgumentException("usage: Assay.Performance [summarize|profile FILE THREADS]"),
};
