using System.Globalization;

namespace Assays.DriftBench;

/// <summary>A change made to one column of a table, and by what a right answer is known.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Rules">The rules that name it right.</param>
/// <param name="Fits">Whether it can be done to a column.</param>
/// <param name="Make">Does it to one value; null makes it missing.</param>
internal sealed record Change(string Name, string[] Rules, Func<ColumnFacts, bool> Fits, Func<string?, ColumnFacts, Random, string?> Make)
{
    /// <summary>Fewer rows in each half cannot show the change to anybody.</summary>
    public int LeastRows { get; init; } = 300;

    /// <summary>Done to the table as a whole instead of to values: the rows and the columns that changed.</summary>
    public Func<Rows, int, Random, (Rows Rows, string[] Changed)>? Whole { get; init; }

    public static Change[] All { get; } =
    [
        new("new category in 2 % of the rows", ["AS0807"], IsCategory, static (v, _, r) => v is not null && r.Next(50) == 0 ? "Quonset" : v) { LeastRows = 1_000 },
        new("categories in capitals", ["AS0807", "AS0812"], static c => IsCategory(c) && c.HasSmallLetters, static (v, _, _) => v?.ToUpperInvariant()),
        new("a category vanishes", ["AS0808"], static c => IsCategory(c) && c.SecondShare is > 0.05 and < 0.6, static (v, _, _) => v) { Whole = DropSecond },
        new("a fifth of the rows gets the commonest category", ["AS0813"], static c => IsCategory(c) && c.SecondShare > 0.1 && c.TopShare < 0.7, static (v, c, r) => v is not null && r.Next(5) == 0 ? c.Top : v) { LeastRows = 1_000 },
        new("numbers × 100", ["AS0810"], IsQuantity, static (v, _, _) => Calculate(v, static x => x * 100)),
        new("numbers / 1,000", ["AS0810"], IsQuantity, static (v, _, _) => Calculate(v, static x => x / 1000)),
        new("sign turned", ["AS0810"], static c => IsQuantity(c) && c.Low >= 0, static (v, _, _) => Calculate(v, static x => -x)),
        new("mean shifted by 0.1 deviations", ["AS0813"], IsQuantity, static (v, c, _) => Calculate(v, x => x + 0.1 * c.Deviation)) { LeastRows = 4_000 },
        new("mean shifted by 0.5 deviations", ["AS0813"], IsQuantity, static (v, c, _) => Calculate(v, x => x + 0.5 * c.Deviation)),
        new("1 % far out", ["AS0809"], IsQuantity, static (v, c, r) => v is not null && r.Next(100) == 0 ? Text(c.High + 4 * (c.High - c.Low) + 1) : v) { LeastRows = 1_000 },
        new("1 % empty", ["AS0811"], static c => c.MissingShare < 0.002, static (v, _, r) => r.Next(100) == 0 ? null : v) { LeastRows = 3_000 },
        new("5 % blank", ["AS0811"], static c => !c.IsNumeric && c.MissingShare < 0.05, static (v, _, r) => r.Next(20) == 0 ? " " : v),
        new("all empty", ["AS0811"], static c => c.MissingShare < 0.5, static (_, _, _) => null),
        new("dates as day/month/year", ["AS0812", "AS0804"], static c => c.IsIsoDate, static (v, _, _) => v is null ? null : $"{v[8..10]}/{v[5..7]}/{v[..4]}{v[10..]}"),
        new("decimal commas", ["AS0812", "AS0804"], static c => IsQuantity(c) && c.FractionShare > 0.5, static (v, _, _) => v?.Replace('.', ',')),
        new("renamed", ["AS0803"], static c => c.Distinct >= 3, static (v, _, _) => v) { Whole = Rename },
        new("removed", ["AS0801"], static _ => true, static (v, _, _) => v) { Whole = Remove },
        new("swapped with another column", ["AS0806"], IsQuantity, static (v, _, _) => v) { Whole = Swap },
        new("values dealt out anew, so that two columns no longer go together", ["AS0814"], IsQuantity, static (v, _, _) => v) { Whole = Unpair, LeastRows = 1_000 },
    ];

    /// <summary>Makes the change; none when this table does not allow it.</summary>
    public (Rows Rows, string[] Changed)? Do(Rows rows, int column, Random random)
    {
        if (Whole is not null) return Whole(rows, column, random) is { Changed.Length: > 0 } whole ? whole : null;
        var facts = ColumnFacts.Of(rows, column);
        var cells = rows.Cells.Select(row => row.Select((value, at) => at == column ? Make(value, facts, random) : value).ToArray());
        return (rows with { Cells = [.. cells] }, [rows.Names[column]]);
    }

    private static bool IsCategory(ColumnFacts c) => !c.IsNumeric && c.Distinct is >= 2 and <= 60 && c.MissingShare < 0.5;

    private static bool IsQuantity(ColumnFacts c) => c.IsNumeric && c.Distinct > 20 && c.MissingShare < 0.5 && c.TopShare < 0.5 && !c.IsRunning;

    private static (Rows, string[]) Rename(Rows rows, int column, Random random)
    {
        string[] names = [.. rows.Names];
        names[column] = "field_k7";
        return (rows with { Names = names }, ["field_k7"]);
    }

    private static (Rows, string[]) Remove(Rows rows, int column, Random random) =>
        (new([.. rows.Names.Where((_, at) => at != column)], [.. rows.Cells.Select(row => row.Where((_, at) => at != column).ToArray())]), [rows.Names[column]]);

    private static (Rows, string[]) DropSecond(Rows rows, int column, Random random) =>
        (rows with { Cells = [.. rows.Cells.Where(row => row[column] != ColumnFacts.Of(rows, column).Second)] }, [rows.Names[column]]);

    // With a column that does not look the same: nobody could know of the swap otherwise.
    private static (Rows, string[]) Swap(Rows rows, int column, Random random)
    {
        var facts = ColumnFacts.Of(rows, column);
        var others = Enumerable.Range(0, rows.Names.Length).Where(at => at != column && ColumnFacts.Of(rows, at) is var other && IsQuantity(other) && facts.Distance(other) > 0.2).ToArray();
        if (others.Length == 0) return (rows, []);
        var with = others[random.Next(others.Length)];
        return (rows with { Cells = [.. rows.Cells.Select(row => row.Select((value, at) => at == column ? row[with] : at == with ? row[column] : value).ToArray())] }, [rows.Names[column], rows.Names[with]]);
    }

    // Nothing but the relation to columns that went with it changes.
    private static (Rows, string[]) Unpair(Rows rows, int column, Random random)
    {
        var partners = Enumerable.Range(0, rows.Names.Length).Where(at => at != column && IsQuantity(ColumnFacts.Of(rows, at)) && Math.Abs(ColumnFacts.Correlation(rows, column, at)) > 0.6).ToArray();
        if (partners.Length == 0) return (rows, []);
        var dealt = rows.Cells.Select(row => row[column]).ToArray();
        random.Shuffle(dealt);
        return (rows with { Cells = [.. rows.Cells.Select((row, i) => row.Select((value, at) => at == column ? dealt[i] : value).ToArray())] }, [rows.Names[column], .. partners.Select(at => rows.Names[at])]);
    }

    private static string? Calculate(string? text, Func<double, double> change) =>
        text is not null && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Text(change(number)) : text;

    private static string Text(double number) => number.ToString("0.##########", CultureInfo.InvariantCulture);
}
