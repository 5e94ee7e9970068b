namespace Assays.Corruption;

/// <summary>One kind of error, planted into a copy of a clean table.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="Plant">Changes up to a number of cells of the rows and may add rows; what has changed is found by comparison.</param>
internal sealed record Kind(string Name, Action<Planting> Plant)
{
    /// <summary>Every kind, in the order of the report.</summary>
    public static Kind[] All { get; } =
    [
        new("typing error", static p => p.Texts(3, static (text, random) => Slip.Typing(text, random))),
        new("neighbouring key", static p => p.Texts(3, static (text, random) => Slip.Key(text, random))),
        new("misread letter (OCR)", static p => p.Texts(2, static (text, random) => Slip.Reading(text, random))),
        new("other case", static p => p.Texts(2, static (text, random) => Slip.Case(text, random))),
        new("mojibake", static p => p.Misread()),
        new("swapped within the row", static p => p.Rows(2, Row.Swap)),
        new("shifted columns", static p => p.Rows(3, Row.Shift)),
        new("unit slip", static p => p.Numbers(1000, 100, 2.54, 0.4536, 0.001)),
        new("flipped sign", static p => p.Numbers(-1)),
        new("disguised missing", static p => p.Cells(static (planting, column) =>
            planting.Table.Numeric[column] ? Pick(planting.Random, "-999", "9999", "-1", "N/A", "?") : Pick(planting.Random, "N/A", "unknown", "-", "none", "xxx"))),
        new("broken dependency", static p => p.Dependent()),
        new("wrong category", static p => p.Categories()),
        new("repeated rows", static p => p.Repeat()),
    ];

    private static T Pick<T>(Random random, params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];
}
