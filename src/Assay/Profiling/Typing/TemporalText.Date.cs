namespace Assays.Profiling.Typing;

public ref partial struct TemporalText
{
    private bool TryDate(out int year, out int first, out int second)
    {
        (year, first, second) = (0, 0, 0);
        if (char.IsAsciiLetter(Here))
        {
            var word = Word();
            if (WeekdayNames.Contains(word))
            {
                Write("ddd");
                if (!TryTake(',') & !TryTake('.') & !TryTake(' ')) return false;
                TryTake(' ');
                return char.IsAsciiLetter(Here) ? TryMonthFirst(Word(), out year, out first, out second) : TryNumbers(out year, out first, out second);
            }

            return TryMonthFirst(word, out year, out first, out second);
        }

        return TryNumbers(out year, out first, out second);
    }

    /// <summary><c>Jan 5 2021</c>, <c>January 5th, 2021</c>, <c>Jan 2021</c>.</summary>
    private bool TryMonthFirst(ReadOnlySpan<char> word, out int year, out int month, out int day)
    {
        (year, day) = (0, 1);
        if (!TryMonth(word, out month)) return false;
        TryTake('.');
        if (!TryTake(' ') && !TryTake('-') && !TryTake('/') && !TryTake(',')) return false;
        TryTake(' ');
        var number = Number(out var digits);
        if (digits == 4)
        {
            year = number;
            Write("yyyy");
            return true;
        }

        if (digits is < 1 or > 2) return false;
        day = number;
        Write("d");
        Ordinal();
        TryTake(',');
        if (!TryTake(' ') && !TryTake('-') && !TryTake('/')) return false;
        return TryYear(out year);
    }

    private bool TryNumbers(out int year, out int first, out int second)
    {
        (year, first, second) = (0, 0, 0);
        var number = Number(out var digits);
        if (digits == 8 && number is >= 1000_01_01 and <= 2999_12_31)
        {
            (year, first, second) = (number / 10_000, number / 100 % 100, number % 100);
            Write("yyyyMMdd");
            return true;
        }

        if (digits == 4) return TryYearFirst(number, out year, out first, out second);
        if (digits is < 1 or > 2) return false;

        var start = _at;
        Ordinal();
        var separator = Here;
        if (separator is not ('/' or '-' or '.' or ' ' or ',')) return char.IsAsciiLetter(separator) && TryDayFirst(number, out year, out first, out second);
        _at++;
        if (separator == ',' && Here == ' ') _at++;
        if (char.IsAsciiLetter(Here))
        {
            Write("d");
            _format[_written++] = separator;
            return TryNamedMonth(number, out year, out first, out second);
        }

        if (_at - start != 1 || separator is ' ' or ',') return false;
        first = number;
        Write("#");
        _format[_written++] = separator;
        second = Number(out digits);
        if (digits is < 1 or > 2) return false;
        Write("#");
        return TryTake(separator) && TryYear(out year) && (separator != '.' || year > 0);
    }

    /// <summary><c>2021-01-05</c>, <c>2021/1/5</c>, <c>2021-Jan-05</c>, <c>2021-01</c>.</summary>
    private bool TryYearFirst(int number, out int year, out int month, out int day)
    {
        (year, month, day) = (number, 0, 1);
        Write("yyyy");
        var separator = Here;
        if (separator is not ('-' or '/' or '.' or ' ')) return false;
        TryTake(separator);
        if (char.IsAsciiLetter(Here))
        {
            if (!TryMonth(Word(), out month)) return false;
        }
        else
        {
            month = Number(out var digits);
            if (digits is < 1 or > 2 || separator == ' ') return false;
            Write("MM");
            if (AtEnd) return digits == 2 && separator is '-' or '/';
        }

        if (!TryTake(separator)) return false;
        day = Number(out var dayDigits);
        Write("dd");
        return dayDigits is 1 or 2;
    }

    /// <summary><c>5Jan2021</c>.</summary>
    private bool TryDayFirst(int day, out int year, out int month, out int second)
    {
        Write("d");
        return TryNamedMonth(day, out year, out month, out second);
    }

    /// <summary><c>5 January 2021</c>, <c>05-Jan-21</c>, after the day.</summary>
    private bool TryNamedMonth(int number, out int year, out int month, out int day)
    {
        (year, day) = (0, number);
        if (!TryMonth(Word(), out month)) return false;
        TryTake('.');
        TryTake(',');
        if (!TryTake(' ') && !TryTake('-') && !TryTake('/') && !char.IsAsciiDigit(Here)) return false;
        return TryYear(out year);
    }

    private bool TryMonth(ReadOnlySpan<char> word, out int month)
    {
        if (!MonthNumbers.TryGetValue(word, out month)) return false;
        Write(word.Length == 3 ? "MMM" : "MMMM");
        return true;
    }

    private bool TryYear(out int year)
    {
        TryTake('\'');
        var number = Number(out var digits);
        year = YearOf(number, digits);
        Write(digits == 2 ? "yy" : "yyyy");
        return year > 0;
    }

    /// <summary>The st, nd, rd, th after a day.</summary>
    private void Ordinal()
    {
        if (_at + 1 >= _text.Length) return;
        var ending = _text.Slice(_at, 2);
        if (ending.Equals("st", StringComparison.OrdinalIgnoreCase) || ending.Equals("nd", StringComparison.OrdinalIgnoreCase)
            || ending.Equals("rd", StringComparison.OrdinalIgnoreCase) || ending.Equals("th", StringComparison.OrdinalIgnoreCase))
        {
            _at += 2;
        }
    }
}
