namespace Assays.Profiling.Typing;

public ref partial struct TemporalText
{
    private void TimeSeparator()
    {
        if (Here is 'T' or 't')
        {
            _at++;
            Write("T");
            return;
        }

        TryTake(',');
        TryTake(' ');
        if (!TryTake('-')) return;
        TryTake(' ');
    }

    /// <summary><c>13:05</c>, <c>1:05:30.25 p.m.</c>, <c>13:05:30Z</c>, <c>13:05+02:00</c>.</summary>
    private bool TryTime(out TimeSpan time, out TimeSpan? offset)
    {
        (time, offset) = (default, null);
        var hour = Number(out var digits);
        if (digits is < 1 or > 2 || Here != ':') return false;
        var hourAt = _written;
        Write(digits == 2 ? "HH" : "H");
        TryTake(':');
        var minute = Number(out digits);
        if (digits != 2 || minute > 59) return false;
        Write("mm");
        var (second, ticks) = (0, 0L);
        if (Here == ':')
        {
            TryTake(':');
            second = Number(out digits);
            if (digits != 2 || second > 60) return false;
            Write("ss");
            if (Here is '.' or ',' && !TryFraction(out ticks)) return false;
        }

        if (TryHalf(out var afternoon))
        {
            if (hour is < 1 or > 12) return false;
            hour = hour % 12 + (afternoon ? 12 : 0);
            _format[hourAt.._written].Replace('H', 'h');
        }

        // 24:00 is the end of a day in ISO 8601; a leap second is counted as the second after it.
        if (hour > 24 || (hour == 24 && minute + second > 0)) return false;
        time = new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(ticks);
        return TryOffset(out offset);
    }

    private bool TryFraction(out long ticks)
    {
        ticks = 0;
        _at++;
        var unit = TimeSpan.TicksPerSecond;
        var start = _at;
        while (char.IsAsciiDigit(Here))
        {
            unit /= 10;
            ticks += unit * (Here - '0');
            _at++;
        }

        Write(".f");
        return _at > start;
    }

    private bool TryHalf(out bool afternoon)
    {
        afternoon = false;
        var start = _at;
        if (Here == ' ') _at++;
        var letter = char.ToLowerInvariant(Here);
        if (letter is 'a' or 'p')
        {
            _at++;
            if (Here == '.') _at++;
            if (char.ToLowerInvariant(Here) == 'm')
            {
                _at++;
                if (Here == '.') _at++;
                afternoon = letter == 'p';
                Write(" tt");
                return true;
            }
        }

        _at = start;
        return false;
    }

    private bool TryOffset(out TimeSpan? offset)
    {
        offset = null;
        if (AtEnd) return true;
        if (Here == ' ') _at++;
        if (Here is 'Z' or 'z')
        {
            _at++;
            offset = TimeSpan.Zero;
            Write("K");
            return true;
        }

        if (Here is '+' or '-')
        {
            var sign = Here == '-' ? -1 : 1;
            _at++;
            var hours = Number(out var digits);
            var minutes = 0;
            if (digits == 4) (hours, minutes) = (hours / 100, hours % 100);
            else if (digits is not (1 or 2)) return false;
            if (Here == ':')
            {
                _at++;
                minutes = Number(out digits);
                if (digits != 2) return false;
            }

            if (hours > 14 || minutes > 59) return false;
            offset = sign * new TimeSpan(hours, minutes, 0);
            Write("K");
            return true;
        }

        var zone = Word();
        if (!zone.Equals("UTC", StringComparison.OrdinalIgnoreCase) && !zone.Equals("GMT", StringComparison.OrdinalIgnoreCase)) return false;
        offset = TimeSpan.Zero;
        Write("K");
        return true;
    }
}
