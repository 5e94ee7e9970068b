using System.Collections.Frozen;
using System.Globalization;

namespace Assays.Profiling.Typing;

/// <summary>
/// Reads dates and times as people and programs write them: ISO 8601, numbers in any order, names of months and of weekdays, 12 and 24 hours,
/// offsets. A text is read whole or not at all, and only if such a day exists.
/// </summary>
public ref partial struct TemporalText
{
    private const int LongestText = 48;
    private readonly ReadOnlySpan<char> _text;
    private readonly Span<char> _format;
    private int _at;
    private int _written;

    private TemporalText(ReadOnlySpan<char> text, Span<char> format)
    {
        _text = text;
        _format = format;
    }

    /// <summary>Reads a text.</summary>
    /// <returns>None when it is no date or time.</returns>
    public static TemporalReading? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length is < 4 or > LongestText || !text.ContainsAnyInRange('0', '9')) return null;
        var reader = new TemporalText(text, stackalloc char[3 * LongestText]);
        if (reader.TryTime(out var time, out var offset) && reader.AtEnd) return new(reader.Format, 0, 0, 0, time, offset);

        (reader._at, reader._written) = (0, 0);
        if (!reader.TryDate(out var year, out var first, out var second)) return null;
        if (reader.AtEnd) return reader.Checked(year, first, second, null, null);

        reader.TimeSeparator();
        return reader.TryTime(out time, out offset) && reader.AtEnd ? reader.Checked(year, first, second, time, offset) : null;
    }

    private readonly bool AtEnd => _at == _text.Length;
    private readonly char Here => _at < _text.Length ? _text[_at] : '\0';
    private readonly string Format => FormatNames.Of(_format[.._written]);

    private readonly TemporalReading? Checked(int year, int first, int second, TimeSpan? time, TimeSpan? offset)
    {
        var reading = new TemporalReading(Format, year, first, second, time, offset);
        return reading.IsNumeric
            ? reading.CanBeDayFirst || reading.CanBeMonthFirst ? reading : null
            : TemporalReading.IsDate(year, first, second) ? reading : null;
    }

    private void Write(ReadOnlySpan<char> format)
    {
        format.CopyTo(_format[_written..]);
        _written += format.Length;
    }

    private bool TryTake(char letter)
    {
        if (Here != letter) return false;
        _at++;
        _format[_written++] = letter;
        return true;
    }

    /// <summary>Takes a run of digits.</summary>
    private int Number(out int digits)
    {
        var (number, start) = (0, _at);
        while (char.IsAsciiDigit(Here) && _at - start < 9)
        {
            number = number * 10 + (Here - '0');
            _at++;
        }

        digits = char.IsAsciiDigit(Here) ? 0 : _at - start;
        return number;
    }

    private ReadOnlySpan<char> Word()
    {
        var start = _at;
        while (char.IsAsciiLetter(Here))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private static int YearOf(int number, int digits) => digits switch
    {
        4 => number,
        2 => number < 30 ? 2000 + number : 1900 + number, // as spreadsheets do
        _ => 0,
    };

    /// <summary>Formats are few: each is one string however many texts are written in it.</summary>
    private static class FormatNames
    {
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
            Known.GetAlternateLookup<ReadOnlySpan<char>>();

        public static string Of(ReadOnlySpan<char> format)
        {
            if (Lookup.TryGetValue(format, out var known)) return known;
            var name = format.ToString();
            if (Known.Count < 1_000) Known.TryAdd(name, name);
            return name;
        }
    }

    private static readonly FrozenDictionary<string, int> Months = Enumerable.Range(1, 12)
        .SelectMany(static month => new[]
        {
            KeyValuePair.Create(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month), month),
            KeyValuePair.Create(CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month), month),
        })
        .Append(KeyValuePair.Create("Sept", 9))
        .DistinctBy(static pair => pair.Key)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Weekdays = CultureInfo.InvariantCulture.DateTimeFormat.DayNames
        .Concat(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MonthNumbers =
        Months.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WeekdayNames = Weekdays.GetAlternateLookup<ReadOnlySpan<char>>();
}
