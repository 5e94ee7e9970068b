using System.Globalization;

namespace Assays.EnginesBench;

/// <summary>The same table of 20 columns, made by each engine for itself: 10 measures, 4 whole numbers, 4 categories, a day and an id.</summary>
internal static class BenchTable
{
    public const int Columns = 20;

    private static readonly int[] Sizes = [2, 5, 20, 100];

    /// <param name="hash">The engine's hash of a row and a column, as a whole number that is not negative.</param>
    /// <param name="text">How the engine writes a text made of a letter and a number.</param>
    /// <param name="day">How the engine writes the day that lies some days after a first one.</param>
    public static string Select(Func<int, string> hash, Func<string, string> text, Func<string, string> day)
    {
        var measures = Enumerable.Range(0, 10).Select(c => $"{hash(c)} % 100000 / 97.0 AS m{c}");
        var numbers = Enumerable.Range(0, 4).Select(c => $"{hash(10 + c)} % {Math.Pow(10, c + 1).ToString(CultureInfo.InvariantCulture)} AS n{c}");
        var categories = Sizes.Select((size, c) => $"{text($"{hash(14 + c)} % {size}")} AS c{c}");
        return string.Join(", ", [.. measures, .. numbers, .. categories, $"{day($"{hash(18)} % 2000")} AS d", "i AS id"]);
    }

    public static string ClickHouse(long from, long rows) =>
        $"SELECT {Select(static c => $"toInt64(cityHash64(i, {c}) % 1000000007)", static n => $"concat('c', toString({n}))", static n => $"toDate('2020-01-01') + ({n})")} FROM (SELECT toInt64(number) AS i FROM system.numbers LIMIT {from}, {rows})";

    public static string Postgres(long rows) =>
        $"SELECT {Select(static c => $"abs(hashint8extended(i, {c}) % 1000000007)", static n => $"'c' || {n}", static n => $"date '2020-01-01' + ({n})::int")} FROM generate_series(0, {rows - 1}) AS g(i)";

    public static string DuckDb(long rows) =>
        $"SELECT {Select(static c => $"(hash(i, {c}) % 1000000007)::BIGINT", static n => $"'c' || {n}", static n => $"DATE '2020-01-01' + ({n})::INTEGER")} FROM range({rows}) AS r(i)";
}
