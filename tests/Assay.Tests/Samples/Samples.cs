using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;
using Assays.Grading;
using Assays.Profiling;
using Assays.Reports;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Tests;

/// <summary>The canonical assessment that every report format is approved with: hand-made, small, and with one of everything.</summary>
internal static class Samples
{
    private static readonly Column Order = new(0, "order");
    private static readonly Column Email = new(1, "customer e-mail");
    private static readonly Column City = new(2, "city");
    private static readonly Column Quantity = new(3, "quantity");
    private static readonly Column Price = new(4, "unit price");
    private static readonly Column Total = new(5, "total");
    private static readonly Column Ordered = new(6, "ordered at");
    private static readonly Column Note = new(7, "note");

    private static readonly ImmutableArray<Finding> Found =
    [
        new(new("AS0401", "broken-keys", "Values that should be unique are not", Dimension.Uniqueness, Severity.Error), [Order],
            "order identifies a row in all but 2 of 1,500 rows: 100017 occurs twice.")
        {
            Confidence = 0.98, AffectedRows = 2, AffectedCells = 2,
            Evidence = [new("uniqueShare", 0.998666666), new("duplicates", 2L)],
            Cells = [new(16, Order, "100017", 0.7, "The same order number stands in row 17."), new(17, Order, "100017", 0.7, "The same order number stands in row 16.")],
        },
        new(new("AS0103", "disguised-missing", "Placeholders for missing values", Dimension.Completeness, Severity.Warning), [Quantity],
            "-999 stands for a missing quantity in 3 rows (0.2 %): all other quantities lie between 1 and 12.")
        {
            Confidence = 0.99, AffectedRows = 3, AffectedCells = 3, Evidence = [new("value", "-999"), new("rows", 3L), new("share", 0.002)],
            Cells = [.. new long[] { 41, 300, 1204 }.Select(static row => new SuspectCell(row, Quantity, "-999", 0.99, "-999 is far from every other quantity.", new(null)))],
            Repair = new("Replace -999 by a missing value.", true),
        },
        new(new("AS0306", "spelling-variants", "Spelling variants of one value", Dimension.Consistency, Severity.Warning), [City],
            "Amterdam is probably Amsterdam: it occurs once, Amsterdam 412 times.")
        {
            Confidence = 0.93, AffectedRows = 1, AffectedCells = 1, Evidence = [new("variant", "Amterdam"), new("usual", "Amsterdam"), new("distance", 1L)],
            Cells = [new(5, City, "Amterdam", 0.93, "One letter from Amsterdam, which is 412 times as frequent.", new("Amsterdam"))],
            Repair = new("Replace Amterdam by Amsterdam.", false),
        },
        new(new("AS0210", "invalid-emails", "Malformed e-mail addresses", Dimension.Validity, Severity.Warning), [Email],
            "One of 1,500 e-mail addresses cannot be one: ana.lopez@@example.com has two at signs.")
        {
            Confidence = 0.97, AffectedRows = 1, AffectedCells = 1, Evidence = [new("example", "ana.lopez@@example.com")],
            Cells = [new(8, Email, "ana.lopez@@example.com", 0.97, "ana.lopez@@example.com has two at signs.", new("ana.lopez@example.com"))],
        },
        new(new("AS0309", "broken-arithmetic", "Numbers that do not add up", Dimension.Consistency, Severity.Warning), [Total, Quantity, Price],
            "total is quantity × unit price in 99.9 % of rows; in 1 row it is ten times as much.")
        {
            Confidence = 0.9, AffectedRows = 1, AffectedCells = 1, Evidence = [new("holdsShare", 0.999333333)],
            Cells = [new(77, Total, "499.5", 0.9, "5 × 9.99 is 49.95.", new("49.95"))],
        },
        new(new("AS0101", "missing-values", "Missing values", Dimension.Completeness, Severity.Note), [Note],
            "62 % of note is missing (930 of 1,500 rows).")
        {
            AffectedRows = 930, AffectedCells = 930, Evidence = [new("missingShare", 0.62)],
        },
    ];

    public static Assessment Assessment { get; } = new(
        "samples/orders.csv",
        new("CSV, comma, UTF-8")
        {
            Bytes = 81_234, FirstRecordLine = 2,
            Faults = [new(StructureFaultKind.BlankLines, 2, [12, 400], "2 blank lines between records were left out.")],
        },
        new([Order, Email, City, Quantity, Price, Total, Ordered, Note]),
        Profile(),
        [
            .. Found.Select(static f => new Outcome.Ran(f.Rule, [f])),
            new Outcome.Ran(new("AS0601", "numeric-outliers", "Numbers far from all others", Dimension.Plausibility, Severity.Warning), []),
            new Outcome.Skipped(new("AS0901", "target-leakage", "Columns that give the target away", Dimension.Plausibility, Severity.Error), "No target was named."),
            new Outcome.Failed(new("AS0501", "time-gaps", "Gaps in time", Dimension.Timeliness, Severity.Warning), "Index was outside the bounds of the array."),
        ],
        Found,
        new(new(87.75),
            [
                new(Dimension.Completeness, new(96)), new(Dimension.Validity, new(97.5)), new(Dimension.Consistency, new(93)),
                new(Dimension.Uniqueness, new(89)), new(Dimension.Plausibility, new(100)),
            ],
            [
                new("broken-keys:order", Dimension.Uniqueness, 5.5, 11), new("broken-arithmetic:total+quantity+unit price", Dimension.Consistency, 2.25, 4.5),
                new("disguised-missing:quantity", Dimension.Completeness, 2, 4), new("spelling-variants:city", Dimension.Consistency, 1.25, 2.5),
                new("invalid-emails:customer e-mail", Dimension.Validity, 1.25, 2.5),
            ]),
        [
            new("What it is", ["Each row is an order of one article by a customer. The order number identifies it; orders were placed from 2 January to 30 June 2024."]),
            new("What is wrong", ["Little. One order number occurs twice, and three quantities are -999, which stands for a missing one.", "One e-mail address, ana.lopez@@example.com, cannot be delivered to."]),
            new("What to do first", ["Find out which of the two orders 100017 is right; then load -999 as missing."]),
        ],
        Rows(),
        [new("open", TimeSpan.FromMilliseconds(12.5)), new("check", TimeSpan.FromMilliseconds(40))])
    {
        Effort = "quick",
    };

    private static Profile Profile() => new(1500, 1500, 0,
        [
            new(Order)
            {
                Type = ValueType.Integer, TypeShares = [new(ValueType.Integer, 1), new(ValueType.Number, 1)], Semantic = SemanticType.Identifier, SemanticShare = 1,
                Present = 1500, Distinct = new(1499, Basis.Exact), TopValues = [new("100017", 2), new("100001", 1)], Masks = [new("999999", 1500)],
                Numeric = new(100001, 101500, 100750.12345678912, 433.15701540, Basis.Exact) { Quantiles = Quantiles(100001, 1499), Histogram = Bins(100001, 1499) },
            },
            new(Email)
            {
                Type = ValueType.Text, TypeShares = [new(ValueType.Text, 1)], Semantic = SemanticType.Email, SemanticShare = 0.999, IsPersonal = true,
                Present = 1500, Distinct = new(911, Basis.Exact), TopValues = [new("bea.nowak@example.com", 9), new("li.wei@example.com", 7)],
                Masks = [new("aaa.aaaaa@aaaaaaa.aaa", 803)], Lengths = new(14, 38, 21.5, 21),
            },
            new(City)
            {
                Type = ValueType.Text, TypeShares = [new(ValueType.Text, 1)], Semantic = SemanticType.City, SemanticShare = 0.98,
                Present = 1500, Distinct = new(7, Basis.Exact), Masks = [new("Aaaaaaaaa", 911)], Lengths = new(4, 9, 7.25, 8),
                TopValues = [new("Amsterdam", 412), new("Berlin", 380), new("Lisboa", 299), new("Kraków", 200), new("Wien", 150), new("Oslo", 58), new("Amterdam", 1)],
            },
            new(Quantity)
            {
                Type = ValueType.Integer, TypeShares = [new(ValueType.Integer, 1), new(ValueType.Number, 1)], Semantic = SemanticType.Measure,
                SemanticDetail = "pieces", SemanticShare = 1,
                Present = 1500, Distinct = new(13, Basis.Exact), TopValues = [new("1", 611), new("2", 402), new("-999", 3)],
                Disguised = [new("-999", 3, 0.99, "far from every other value")],
                Numeric = new(-999, 12, 0.4466666666666667, 44.7, Basis.Exact) { Quantiles = Quantiles(1, 11), Histogram = Bins(1, 11), NegativeShare = 0.002 },
            },
            new(Price)
            {
                Type = ValueType.Number, TypeShares = [new(ValueType.Number, 1)], Semantic = SemanticType.Currency, SemanticDetail = "EUR", SemanticShare = 1,
                Present = 1500, Distinct = new(211, Basis.Exact), TopValues = [new("9.99", 120)],
                Numeric = new(0.99, 249.5, 1.0 / 3 * 100, 22.125, Basis.Exact) { Quantiles = Quantiles(0.99, 248.51), Histogram = Bins(0.99, 248.51), Skewness = 2.5 },
            },
            new(Total)
            {
                Type = ValueType.Number, TypeShares = [new(ValueType.Number, 1)], Semantic = SemanticType.Currency, SemanticDetail = "EUR", SemanticShare = 1,
                Present = 1500, Distinct = new(640, Basis.Approximate),
                Numeric = new(0.99, 1996, 61.75, 88.5, Basis.Exact) { Quantiles = Quantiles(0.99, 1995), Histogram = Bins(0.99, 1995), Skewness = double.NaN },
            },
            new(Ordered)
            {
                Type = ValueType.Date, TypeShares = [new(ValueType.Date, 1)], Semantic = SemanticType.DateTime, SemanticShare = 1, Present = 1500,
                Distinct = new(181, Basis.Exact), Masks = [new("9999-99-99", 1500)],
                Temporal = new(new(2024, 1, 2), new(2024, 6, 30), [new("yyyy-MM-dd", 1500)]) { Step = TimeSpan.FromDays(1), Regularity = 1, IsSorted = true },
            },
            new(Note)
            {
                Type = ValueType.Text, TypeShares = [new(ValueType.Text, 1)], Semantic = SemanticType.FreeText, SemanticShare = 0.9, Present = 570, Missing = 930,
                Distinct = new(560, Basis.Exact), TopValues = [new("leave at the door", 6)], Lengths = new(3, 140, 31, 27),
            },
        ],
        new()
        {
            Keys = [new([Order], 0.998666666)],
            Dependencies = [new([Order], City, 1, 0.25, 1, 0)],
            Associations = [new(Total, Price, "spearman", 0.81), new(Total, Quantity, "spearman", 0.42), new(City, Note, "cramers-v", 0.07)],
            Arithmetic = [new(Total, [Quantity, Price], true, 0.999333333, 0.005)],
            Orders = [new(Price, Total, 0.998)],
            MissingTogether = [new([Note, City], 0.5, 3)],
        });

    private static ImmutableArray<Quantile> Quantiles(double from, double range) =>
        [.. new[] { 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99 }.Select(p => new Quantile(p, from + range * p * p))];

    private static ImmutableArray<Bin> Bins(double from, double range) =>
        [.. Enumerable.Range(0, 10).Select(i => new Bin(from + range * i / 10, from + range * (i + 1) / 10, (10 - i) * (10 - i) * 4))];

    private static Excerpt Rows() => new(ImmutableSortedDictionary.CreateRange<long, ImmutableArray<string?>>(
    [
        new(0, ["100001", "bea.nowak@example.com", "Berlin", "1", "9.99", "9.99", "2024-01-02", null]),
        new(5, ["100006", "li.wei@example.com", "Amterdam", "2", "4.5", "9", "2024-01-02", null]),
        new(8, ["100009", "ana.lopez@@example.com", "Lisboa", "1", "249.5", "249.5", "2024-01-03", "leave at the door"]),
        new(16, ["100017", "noor.visser@example.com", "Amsterdam", "3", "1.99", "5.97", "2024-01-04", null]),
        new(17, ["100017", "jan.kowal@example.com", "Kraków", "1", "15", "15", "2024-01-04", null]),
        new(41, ["100042", "li.wei@example.com", "Wien", "-999", "9.99", "9.99", "2024-01-07", "gift"]),
        new(77, ["100078", "eva.berg@example.com", "Oslo", "5", "9.99", "499.5", "2024-01-11", null]),
        new(300, ["100301", "li.wei@example.com", "Berlin", "-999", "1.99", "1.99", "2024-02-06", null]),
    ]));
}
