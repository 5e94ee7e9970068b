using Assays.Data;
using Assays.Findings;
using Assays.Profiling;
using Assays.Profiling.Typing;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Detectors.Validity;

/// <summary>Values of another type than their column: a word among numbers, a remark among dates.</summary>
public sealed class MixedTypes : Detector
{
    /// <summary>The share of other values up to which they are slips; a column with more is about two things.</summary>
    private const double Slips = 0.05;

    private const double SlipConfidence = 0.93;
    private const double MixtureConfidence = 0.75;

    public override Rule Rule { get; } = new("AS0222", "mixed-types", "Values of another type", Dimension.Validity, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var profile in examination.Profile.Columns)
        {
            var values = examination.Sample[profile.Column];
            if (Reader(profile, values) is not { } fits) continue;
            var others = new List<int>();
            for (var code = 0; code < values.Values.Length; code++)
            {
                if (!fits(values.Values[code]) && !IsAnothersFault(values.Values[code], profile)) others.Add(code);
            }

            if (others.Count > 0) yield return Report(examination, profile, others);
        }
    }

    private Finding Report(Examination examination, ColumnProfile profile, List<int> others)
    {
        var values = examination.Sample[profile.Column];
        var rows = others.Sum(code => (long)values.Counts[code]);
        var confidence = rows <= Slips * values.Present ? SlipConfidence : MixtureConfidence;
        var kind = Kind(profile.Type);
        var suspects = new SuspectValues(examination, profile.Column);
        foreach (var code in others) suspects.Add(code, confidence, $"Not {kind}, in a column of which {Wording.Percent(1 - (double)rows / values.Present)} of the values are.");
        return suspects.Complete(new(
            Rule, [profile.Column],
            $"{Wording.Percent(1 - suspects.Share)} of the values of {profile.Column.Label} are {Plural(profile.Type)}, but {Wording.Count(suspects.Rows, "value")} cannot be read as {kind}{suspects.SuchAs}.")
        {
            Evidence = [new("type", profile.Type.ToString()), new("otherShare", suspects.Share)],
        });
    }

    /// <summary>How a value is tested for the column's type; none for columns that take any text.</summary>
    private static Func<string, bool>? Reader(ColumnProfile profile, SampledColumn values) => profile.Type switch
    {
        ValueType.Integer or ValueType.Number => static text => NumberText.TypeOf(text) != ValueType.Text || NumberText.IsPadded(text.AsSpan().Trim()),
        ValueType.Boolean => BooleanReader(values),
        ValueType.Date or ValueType.Timestamp => static text => TemporalText.Read(text) is { HasDate: true } || IsYear(text),
        ValueType.Time => static text => TemporalText.Read(text) is { HasDate: false },
        _ => null,
    };

    /// <summary>Words for yes and no count as such in any language; a column of digits alone has no words to compare with.</summary>
    private static Func<string, bool> BooleanReader(SampledColumn values) =>
        values.Values.Any(static value => char.IsAsciiDigit(value[0]) && BooleanText.IsWord(value))
            ? static text => BooleanText.IsWord(text)
            : static text => BooleanText.IsWord(text) && !char.IsAsciiDigit(text.AsSpan().Trim()[0]);

    private static bool IsYear(string text) => int.TryParse(text, out var year) && year is >= 1000 and < 3000;

    /// <summary>Blank and disguised missing values, decorated numbers and days that do not exist are told by rules of their own.</summary>
    private static bool IsAnothersFault(string text, ColumnProfile profile)
    {
        if (string.IsNullOrWhiteSpace(text) || MissingTokens.Strength(text) >= 0.5 || profile.Disguised.Any(token => token.Value == text)) return true;
        return profile.Type switch
        {
            ValueType.Integer or ValueType.Number => NumbersAsText.IsReadable(text, profile) || NumberText.IsBound(text),
            ValueType.Date or ValueType.Timestamp => ImpossibleDates.IsShapedLikeADate(text),
            _ => false,
        };
    }

    private static string Kind(ValueType type) => type switch
    {
        ValueType.Integer or ValueType.Number => "a number",
        ValueType.Boolean => "a yes or no",
        ValueType.Time => "a time of day",
        ValueType.Date => "a date",
        _ => "a date and time",
    };

    private static string Plural(ValueType type) => type switch
    {
        ValueType.Integer or ValueType.Number => "numbers",
        ValueType.Boolean => "yes or no",
        ValueType.Time => "times of day",
        ValueType.Date => "dates",
        _ => "dates with times",
    };
}
