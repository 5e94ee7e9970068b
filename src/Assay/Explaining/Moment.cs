using System.Globalization;

namespace Assays.Explaining;

/// <summary>Times as they are said aloud: the day is enough.</summary>
internal static class Moment
{
    public static string Day(DateTime moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
