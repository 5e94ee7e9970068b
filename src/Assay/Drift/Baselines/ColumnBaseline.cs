using Assays.Measures;
using Assays.Statistics;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Drift.Baselines;

/// <summary>What a column was like.</summary>
/// <param name="Name">Its name in the source.</param>
/// <param name="Ordinal">Its 0-based place.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Role">How it is to be compared.</param>
public sealed record ColumnBaseline(string Name, int Ordinal, ValueType Type, ColumnRole Role)
{
    /// <summary>Values kept of a column of categories in a file.</summary>
    public const int MostValues = 100;

    /// <summary>Shapes kept of a column.</summary>
    public const int MostMasks = 30;

    /// <summary>Shapes kept when they hardly come back, as those of sentences.</summary>
    private const int FewMasks = 5;
    private const double ProseShare = 0.9;

    /// <summary>Whether the values are about persons: then none of them is kept, nor anything by which one could be tested.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Rows of the table; exact.</summary>
    public long Rows { get; init; }

    /// <summary>Rows without a value; exact.</summary>
    public long Missing { get; init; }

    /// <summary>Rows with nothing but white space, among the baseline's weighed rows.</summary>
    public long Blank { get; init; }

    /// <summary>Whether the values never fall from row to row, as those of a clock or a counter.</summary>
    public bool IsRunning { get; init; }

    /// <summary>Of numbers, over all rows.</summary>
    public Moments Moments { get; init; } = Moments.AdditiveIdentity;

    /// <summary>The numbers; of texts their lengths; none of columns about persons and of times.</summary>
    public QuantileSketch? Numbers { get; init; }

    /// <summary>The values of categories, and of numbers that are few.</summary>
    public FrequentItems Values { get; init; } = FrequentItems.None;

    /// <summary>The shapes of the values: every run of letters or digits as one sign.</summary>
    public FrequentItems Masks { get; init; } = FrequentItems.None;

    /// <summary>The distinct values; none of columns about persons.</summary>
    public DistinctSketch? Distinct { get; init; }

    /// <summary>The earliest and the latest of dates and times.</summary>
    public (DateTime First, DateTime Last)? Span { get; init; }

    /// <summary>Whether <see cref="Numbers"/> are the values, and not the lengths of texts.</summary>
    public bool HoldsNumbers => Numbers is not null && Role != ColumnRole.Text;

    /// <summary>Whether the values are texts of words, with as many shapes as values: a new shape tells nothing.</summary>
    public bool IsProse => Role == ColumnRole.Text && Masks.Share(Masks.Items.Take(10).Sum(static i => i.Value)) < ProseShare;

    public long Present => Rows - Missing;
    public double MissingShare => Rows == 0 ? 0 : (double)Missing / Rows;

    public static ColumnBaseline operator +(ColumnBaseline left, ColumnBaseline right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var main = left.Present == 0 ? right : left;
        var isPersonal = left.IsPersonal || right.IsPersonal;
        return main with
        {
            Type = left.Present == 0 || right.Present == 0 ? main.Type : Join(left.Type, right.Type),
            Role = left.Present == 0 || right.Present == 0 || left.Role == right.Role ? main.Role : left.HoldsNumbers && right.HoldsNumbers ? ColumnRole.Quantity : ColumnRole.Text,
            IsPersonal = isPersonal,
            Rows = left.Rows + right.Rows,
            Missing = left.Missing + right.Missing,
            Blank = left.Blank + right.Blank,
            IsRunning = left.IsRunning && right.IsRunning,
            Moments = left.Moments + right.Moments,
            Numbers = isPersonal ? null : left.Present == 0 ? right.Numbers : right.Present == 0 ? left.Numbers : Add(left, right),
            Values = isPersonal ? FrequentItems.None : left.Values.Add(right.Values),
            Masks = left.Masks.Add(right.Masks),
            Distinct = isPersonal || left.Distinct is null || right.Distinct is null ? null : left.Distinct + right.Distinct,
            Span = left.Span is { } a && right.Span is { } b ? (a.First < b.First ? a.First : b.First, a.Last > b.Last ? a.Last : b.Last) : left.Span ?? right.Span,
        };
    }

    // Numbers of one part and lengths of texts of the other are no distribution.
    private static QuantileSketch? Add(ColumnBaseline left, ColumnBaseline right) =>
        left.Numbers is { } one && right.Numbers is { } other && left.HoldsNumbers == right.HoldsNumbers ? one + other : null;

    internal static ColumnBaseline Absent(string name, long rows) =>
        new(name, 0, ValueType.Empty, ColumnRole.Empty) { Rows = rows, Missing = rows, Distinct = DistinctSketch.Of([]) };

    internal ColumnBaseline Scale(double factor) => this with
    {
        Blank = (long)Math.Round(Blank * factor),
        Numbers = Numbers?.ScaleTo((long)Math.Round(Numbers.Values.Count * factor)),
        Values = Values.Scale(factor),
        Masks = Masks.Scale(factor),
    };

    // Numbers are told by their distribution, times by their shapes, and a whole list of values has no need of its hashes.
    private bool NeedsDistinct => !HoldsNumbers && Role is ColumnRole.Text or ColumnRole.Identifier or ColumnRole.Category && (Values.Total == 0 || Values.Items.Length > MostValues || !Values.IsComplete);

    internal ColumnBaseline Compact() => this with
    {
        Numbers = Numbers?.Compact(),
        Distinct = NeedsDistinct ? Distinct : null,
        Values = Values.Take(MostValues),
        Masks = Masks.Take(IsProse ? FewMasks : MostMasks),
    };

    private static ValueType Join(ValueType left, ValueType right) =>
        left == right ? left : left is ValueType.Integer or ValueType.Number && right is ValueType.Integer or ValueType.Number ? ValueType.Number : ValueType.Text;
}

/// <summary>How a column is to be compared.</summary>
public enum ColumnRole
{
    /// <summary>No value at all.</summary>
    Empty,

    /// <summary>Numbers to calculate with.</summary>
    Quantity,

    /// <summary>Values that come back.</summary>
    Category,

    /// <summary>Dates and times: the later data have later ones, which is no drift.</summary>
    Time,

    /// <summary>Names of single rows; new rows have new ones.</summary>
    Identifier,

    /// <summary>Texts that hardly come back: their lengths and shapes are compared.</summary>
    Text,
}
