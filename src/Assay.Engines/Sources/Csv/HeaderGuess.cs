namespace Assays.Engines.Sources.Csv;

/// <summary>Tells whether a table's first record names its columns: whether it differs from what stands below it, column by column.</summary>
internal static class HeaderGuess
{
    /// <param name="first">The first record.</param>
    /// <param name="rest">The records below it, blank ones left out.</param>
    /// <param name="usual">How many fields most records have.</param>
    public static bool IsHeader(string[] first, List<string[]> rest, int usual)
    {
        if (rest.Count == 0) return first.Any(static f => ValueShapes.Of(f) is ValueShape.Word or ValueShape.Text or ValueShape.Other)
            && !first.Any(static f => ValueShapes.Of(f) is ValueShape.Date or ValueShape.Address);
        if (first.Length < usual) return true;

        var years = CountsUp(first);
        var votes = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            votes += years && ValueShapes.Of(first[i]) == ValueShape.Number ? 0.5 : Vote(first[i], i, rest);
        }

        return votes >= 0;
    }

    /// <returns>Above zero for a name, below zero for a value, by how telling it is.</returns>
    private static double Vote(string name, int column, List<string[]> rest)
    {
        var below = rest.Where(r => r.Length > column && r[column].Length > 0).Select(r => r[column]).ToList();
        var shape = ValueShapes.Of(name);
        if (below.Count == 0 || shape == ValueShape.Empty) return 0;

        var alike = (double)below.Count(v => ValueShapes.Of(v) == shape) / below.Count;
        var isMeasured = shape is ValueShape.Number or ValueShape.Date or ValueShape.Address;
        if (isMeasured) return alike > 0.5 ? -1 : -0.25;

        var measured = (double)below.Count(static v => ValueShapes.Of(v) is ValueShape.Number or ValueShape.Date or ValueShape.Address) / below.Count;
        if (measured > 0.5) return 1;
        // The same word again below is a category, not a name.
        if (below.Contains(name, StringComparer.Ordinal)) return -1;
        if (shape == ValueShape.Code) return alike > 0.8 ? -0.5 : 0.25;
        return shape is ValueShape.Word or ValueShape.Text && alike < 0.2 ? 0.5 : 0.1;
    }

    /// <summary>Years or numbers that count up by one stand above wide tables as names.</summary>
    private static bool CountsUp(string[] first)
    {
        var (run, longest) = (1, 1);
        for (var i = 1; i < first.Length; i++)
        {
            run = int.TryParse(first[i - 1], out var before) && int.TryParse(first[i], out var here) && here == before + 1 ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest >= 3;
    }
}
