using System.Globalization;
using Assays.Explaining;
using Assays.Findings;
using Assays.Grading;
using Assays.Profiling;
using Assays.Tests.Detectors;

namespace Assays.Tests.Explaining;

public sealed class ExplainerTests
{
    private static readonly string[] _names = ["order_id", "ordered", "city", "country", "amount", "note"];

    [Fact]
    public void Explain_SaysWhatARowIsByItsKey() =>
        Assert.Contains("A row is one order. order_id tells it from all others.", Words("What a row is"), StringComparison.Ordinal);

    [Fact]
    public void Explain_SaysWhatDecidesWhat() =>
        Assert.Contains("city decides country.", Words("What depends on what"), StringComparison.Ordinal);

    [Fact]
    public void Explain_SaysWhichNumberRoseAndWhichColumnBegan()
    {
        var words = Words("What moves with time");

        Assert.Contains("the middle amount rose from", words, StringComparison.Ordinal);
        Assert.Contains("note went from 100 % to 0 % missing", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_NamesEachColumnOnceAsWhatItIsFor()
    {
        var words = Words("What the columns are");

        Assert.All(_names, name => Assert.Equal(2, words.Split(name).Length));
    }

    [Fact]
    public void Explain_TellsFindingsOfOneRuleTogetherAndWhatToDoFirst()
    {
        var rule = new Rule("AS0101", "missing-values", "Missing values", Dimension.Completeness, Severity.Warning);
        var schema = Table().Schema;
        Finding[] findings = [.. schema.Columns.Take(2).Select(c => new Finding(rule, [c], $"{c.Label} has holes.") { AffectedRows = 9 })];

        var wrong = Words("What is wrong", findings);
        var first = Words("What to do first", findings);

        Assert.Contains("Missing values: order_id (9 rows) and ordered (9 rows). The worst of them: order_id has holes.", wrong, StringComparison.Ordinal);
        Assert.Contains("empty order_id", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_HasNothingToSayOfTimeAndRulesWhereThereAreNone()
    {
        var random = new Random(3);
        var table = Examined.Table(["a", "b"], [.. Examined.Rows(300).Select(_ => new[] { $"{random.Next(5)}", $"{random.Next(5)}" })]);

        var headings = Explainer.Explain(Evidence(table, [])).Select(static section => section.Heading);

        Assert.DoesNotContain("What moves with time", headings);
        Assert.DoesNotContain("What depends on what", headings);
        Assert.DoesNotContain("What to do first", headings);
    }

    private static string Words(string heading, params Finding[] findings) =>
        string.Join('\n', Explainer.Explain(Evidence(Table(), findings)).Single(section => section.Heading == heading).Paragraphs);

    private static Evidence Evidence(Assays.Detectors.Examination table, Finding[] findings)
    {
        var profile = table.Profile with { Relations = RelationFinder.Find(table.Sample, table.Profile, 1, TestContext.Current.CancellationToken) };
        return new(profile, table.Sample, [.. findings], Grader.Grade([.. findings], profile.Rows, profile.Columns.Length, [Dimension.Completeness]));
    }

    private static Assays.Detectors.Examination Table()
    {
        var random = new Random(7);
        (string City, string Country)[] places = [("Oslo", "Norway"), ("Bergen", "Norway"), ("Rome", "Italy"), ("Milan", "Italy"), ("Lyon", "France"), ("Paris", "France")];
        return Examined.Table(_names, [.. Examined.Rows(600).Select(i =>
        {
            var (city, country) = places[random.Next(places.Length)];
            var day = new DateTime(2023, 1, 1).AddDays(i / 2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var amount = (10 + (i / 10.0) + random.NextDouble()).ToString("0.00", CultureInfo.InvariantCulture);
            return new[] { $"{70_000 + i}", day, city, country, amount, i < 300 ? null : random.Next(3) == 0 ? "gift" : "plain" };
        })]);
    }
}
