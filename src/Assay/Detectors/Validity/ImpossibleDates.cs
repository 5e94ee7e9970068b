using System.Buffers;
using Assays.Findings;
using Assays.Profiling.Typing;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Detectors.Validity;

/// <summary>Dates that no calendar has, such as the 30th of February or the 13th month.</summary>
public sealed class ImpossibleDates : Detector
{
    private const double CellConfidence = 0.97;

    private static readonly SearchValues<char> Separators = SearchValues.Create("-/.");

    public override Rule Rule { get; } = new("AS0226", "impossible-dates", "Dates that do not exist", Dimension.Validity, Severity.Error);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var profile in examination.Profile.Columns)
        {
            if (profile.Type is not (ValueType.Date or ValueType.Timestamp) || profile.Temporal is not { EpochUnit: null }) continue;
            var values = examination.Sample[profile.Column];
            var impossible = new SuspectValues(examination, profile.Column);
            for (var code = 0; code < values.Values.Length; code++)
            {
                var text = values.Values[code];
                if (TemporalText.Read(text) is null && IsShapedLikeADate(text) && MissingTokens.Strength(text) < 0.5)
                {
                    impossible.Add(code, CellConfidence, "Written like a date, but there is no such day.");
                }
            }

            if (impossible.Rows == 0) continue;
            yield return impossible.Complete(
                new(Rule, [profile.Column],
                    $"Days that do not exist stand in {Wording.Count(impossible.Rows, "value")} of {profile.Column.Label}{impossible.SuchAs}."));
        }
    }

    /// <summary>Whether a text begins with three numbers as dates do, one of which can be a year, between equal separators.</summary>
    internal static bool IsShapedLikeADate(string text)
    {
        var date = text.AsSpan().Trim();
        var end = date.IndexOfAny(' ', 'T');
        if (end > 0)
        {
            if (!date[(end + 1)..].ContainsAnyInRange('0', '9')) return false;
            date = date[..end];
        }

        var first = date.IndexOfAny(Separators);
        if (first is not (1 or 2 or 4)) return false;
        var second = date[(first + 1)..].IndexOf(date[first]);
        if (second is not (1 or 2)) return false;
        var last = date[(first + second + 2)..];
        if (last.Length is not (1 or 2 or 4) || (first == 4) == (last.Length == 4)) return false;
        return AreDigits(date[..first]) && AreDigits(date.Slice(first + 1, second)) && AreDigits(last);
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
