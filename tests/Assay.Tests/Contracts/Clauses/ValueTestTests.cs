using System.Globalization;
using Assays.Contracts.Clauses;
using Assays.Data;
using Assays.Sql;
using CsCheck;

namespace Assays.Tests.Contracts.Clauses;

public sealed class ValueTestTests
{
    private static readonly string[] Odd =
    [
        "1", "-1", "1.5", "1.", ".5", "1e3", "1E-3", "+7", " 8 ", "0x10", "1,000", "NaN", "abc", "true", "0", "-0", "00", "1e", "é", "𝒳𝒴", "a\tb", "2024-02-30",
        "2024-01-31", "12 oz", "'", "\"", "\\", "a;b", "Z", "zz", "1 2", "--1", "1e400", "1e308", "١", "+-06", "-+6", "++6",
    ];

    private static readonly ValueTest[] Tests =
    [
        new NumberTest(false), new NumberTest(true), new RangeTest(0, 10), new RangeTest(-1, null, LowIsOpen: true), new RangeTest(null, 7, HighIsOpen: true),
        new MultipleTest(0.5), new LengthTest(2, 3), new LengthTest(null, 1), new PatternTest("^[0-9]+$"), new PatternTest("a|b"), new SetTest(["1", "a;b", "'"]),
        new TextRangeTest("2024-01-01", "2024-12-31"), new TextRangeTest("a", null, LowIsOpen: true), KnownFormats.Boolean, KnownFormats.Find("date", null)!,
        KnownFormats.Find("timestamp", null)!, KnownFormats.Find("string", "email")!, KnownFormats.Find("date", "dd/MM/yyyy")!,
    ];

    [Fact]
    public async Task Engine_AndProcess_AgreeOnEveryValue()
    {
        var random = Gen.String[Gen.Char["0123456789.,-+eE abZ'\"\\é/:T@"], 1, 12].Array[300].Single();
        string[] values = [.. Odd.Concat(random).Distinct(StringComparer.Ordinal).Where(static v => v.Length > 0)];
        await using var opened = await TextTable.OpenAsync("n,v\n" + string.Concat(values.Select(static (v, i) => $"{i.ToString(CultureInfo.InvariantCulture)},\"{v.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n")));
        var column = opened.Table.Schema.Find("v")!;

        foreach (var test in Tests)
        {
            var query = SqlText.Of($"SELECT {column}, coalesce({test.Fails(column)}, FALSE) FROM {opened.Table.From}");
            await foreach (var row in opened.Table.QueryAsync(query, TestContext.Current.CancellationToken))
            {
                var value = (string)row[0]!;
                Assert.True(test.Passes(value) == !(bool)row[1]!, $"{test.Words}: '{value}' passes here: {test.Passes(value)}");
            }
        }
    }

    [Theory]
    [InlineData("yyyy-MM-dd HH:mm:ss", "2024-12-31 23:59:59", true)]
    [InlineData("dd.MM.yy", "31.12.24", true)]
    [InlineData("dd.MM.yy", "12.31.24", false)]
    [InlineData("d MMM yyyy 'at' HH:mm", "3 May 2024 at 10:00", true)]
    public void Formats_OfJavasLetters_AreUnderstood(string letters, string value, bool passes) =>
        Assert.Equal(passes, KnownFormats.Find("date", letters)!.Passes(value));

    [Fact]
    public void APattern_ThatLooksBack_IsRefusedInOneLine() =>
        Assert.DoesNotContain('\n', Assert.Throws<InputException>(static () => new PatternTest("(?<=a)b")).Message);
}
