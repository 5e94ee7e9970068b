using Assays.Contracts;
using Assays.Contracts.Imports;

namespace Assays.Tests.Contracts.Imports;

public sealed class SodaChecksTests
{
    private const string Shop = """
        filter orders [daily]:
          where: placed_on = '${DATE}'

        checks for orders [daily]:
          - row_count > 0

        checks for orders:
          - row_count between 1 and 1000:
              name: A shop of this size
          - missing_count(order_id) = 0
          - duplicate_count(order_id) = 0
          - missing_percent(phone) < 60 %:
              missing values: [n/a, none]
          - invalid_count(email) = 0:
              valid format: email
          - invalid_percent(amount) <= 0:
              valid min: 0
              valid max: 500
          - invalid_count(status) = 0:
              valid values: [placed, shipped]
          - avg(amount):
              warn: when > 90
              fail: when > 400
          - freshness(placed_on) < 1d
          - anomaly detection for row_count
          - values in (customer) must exist in customers (id)
          - schema:
              fail:
                when required column missing: [order_id, email]
                when forbidden column present: ["pii*"]
          - failed rows:
              name: A discount is below the amount
              fail condition: CAST(discount AS DOUBLE) > CAST(amount AS DOUBLE)
        """;

    private const string Good = "order_id,phone,email,amount,status,discount\n1,12,a@b.org,80,placed,1\n2,n/a,c@d.org,99,shipped,0\n";

    [Fact]
    public async Task AnOrdinaryFile_BecomesAContractThatGoodDataKeep() => Assert.Empty(await ImportTrial.BrokenAsync(Shop, Good));

    [Theory]
    [InlineData("1,3,a@b.org,80,placed,1", 1)]
    [InlineData(",3,a@b.org,80,placed,1", 1)]
    [InlineData("3,none,a@b.org,80,placed,1", 1)]
    [InlineData("3,3,a@b,80,placed,1", 1)]
    [InlineData("3,3,a@b.org,1500,placed,1", 3)]
    [InlineData("3,3,a@b.org,80,lost,1", 1)]
    [InlineData("3,3,a@b.org,10,placed,11", 1)]
    [InlineData("3,3,a@b.org,100,placed,11", 1)]
    public async Task AWrongRow_BreaksItsDemand(string row, int broken) => Assert.Equal(broken, (await ImportTrial.BrokenAsync(Shop, Good + row + "\n")).Length);

    [Fact]
    public void WhatHasNoCounterpart_IsListed()
    {
        var warnings = string.Join('\n', ContractImport.Parse(Shop, "checks.yml").Warnings);

        foreach (var word in (string[])["row_count > 0", "'daily'", "freshness(placed_on)", "anomaly detection", "must exist in", "forbidden column", "filter orders"])
        {
            Assert.Contains(word, warnings, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("invalid_count(a) < 2: {valid min: 0}", "1\n-1", "-1\n-1")]
    [InlineData("invalid_percent(a) < 50%: {valid max length: 2}", "ab\nabc\nab", "ab\nabc")]
    [InlineData("invalid_count(a) = 0: {valid length: 2}", "ab", "abc")]
    [InlineData("invalid_count(a) = 0: {valid regex: '^a'}", "ab", "ba")]
    [InlineData("invalid_count(a) = 0: {valid format: positive integer}", "7", "7.5")]
    [InlineData("invalid_count(a) = 0: {valid format: date eu}", "31.12.2024", "12.31.2024")]
    [InlineData("min(a) >= 3", "3\n4", "2\n4")]
    [InlineData("max_length(a) < 3", "ab", "abc")]
    [InlineData("distinct_count(a) not between 3 and 9", "1\n2", "1\n2\n3")]
    [InlineData("duplicate_count(a, b) = 0", "1\n2", "1\n1")]
    [InlineData("spread < 5: {spread expression: max(CAST(a AS INT)) - min(CAST(a AS INT))}", "1\n2", "1\n9")]
    public Task ACheck_TellsGoodFromBad(string check, string good, string bad) =>
        ImportTrial.TellsApartAsync($"checks for t:\n  - {check}\n", Table(good), Table(bad));

    [Fact]
    public void AnAlert_DemandsTheOppositeOfItsCondition()
    {
        var rules = ContractImport.Parse("checks for t:\n  - row_count:\n      warn: when < 10\n      fail: when = 0", "c.yml").Tables[0].Quality;

        Assert.Equal([(Operator.MustBeGreaterOrEqualTo, "warning"), (Operator.MustNotBe, null)], rules.Select(static r => (r.Expectation!.Operator, r.Severity)));
    }

    private static string Table(string values) => "a,b\n" + string.Concat(values.Split('\n').Select(static v => $"{v},1\n"));
}
