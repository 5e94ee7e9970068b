using Assays.Contracts;
using Assays.Contracts.Clauses;
using Assays.Data;
using Assays.Engines;
using Assays.Sql;
using CsCheck;

namespace Assays.Tests.Contracts.Clauses;

public sealed class ProofTests
{
    private static readonly ValueTest[] Tests =
    [
        new NumberTest(false), new NumberTest(true), new RangeTest(0, 10), new RangeTest(0, 10, true, true), new RangeTest(-5, null), new RangeTest(null, 7),
        new LengthTest(1, 2), new LengthTest(2, null), new LengthTest(null, 1), new TextRangeTest("0", "6"), new TextRangeTest(null, "5", HighIsOpen: true), new TextRangeTest("a", null),
    ];

    /// <summary>Few kinds of values in a table, so that many tables pass whole and many others fail by one value.</summary>
    private static readonly Gen<string[]> Texts =
        Choose.One("", " ", "0", "-0", "3", "7", "10", "1.5", "+8", " 9 ", "1e3", "1e400", "inf", "-inf", "NaN", "abc", "é", "𝒳", "𝒳𝒴", "'", "2024-01-31").Array[1, 4].SelectMany(kinds => Choose.One(kinds).Array[1, 12]);

    private static readonly Gen<string[]> Doubles =
        Choose.One("NULL", "0", "'-0'", "3", "7", "10", "1.5", "11", "-6", "'inf'", "'-inf'", "'nan'", "1e300").Array[1, 4].SelectMany(kinds => Choose.One(kinds).Array[1, 12]);

    [Fact]
    public async Task WhatAProofSaysOfTexts_CountingSaysToo()
    {
        var proved = 0;
        await Texts.SampleAsync(async values =>
        {
            await using var opened = await TextTable.OpenAsync($"n,v\n{string.Concat(values.Select(static v => $"1,\"{v}\"\n"))}");
            Interlocked.Add(ref proved, await ProvedAsync(opened.Table, opened.Table.Schema.Find("v")!));
        }, iter: 60, threads: 1);
        Assert.True(proved > 50, $"Only {proved} proofs held.");
    }

    [Fact]
    public async Task WhatAProofSaysOfDoubles_CountingSaysToo()
    {
        await using var opened = await TextTable.OpenAsync("n\n1\n");
        var proved = 0;
        await Doubles.SampleAsync(async values =>
        {
            var query = $"SELECT CAST(v AS DOUBLE) AS v FROM (VALUES {string.Join(", ", values.Select(static v => $"(CAST({v} AS DOUBLE))"))}) AS t(v)";
            await using var typed = await Assay.OpenAsync(new Source.Query(query, new Source.Files(opened.Path)));
            Interlocked.Add(ref proved, await ProvedAsync(typed, typed.Schema.Find("v")!));
        }, iter: 60, threads: 1);
        Assert.True(proved > 50, $"Only {proved} proofs held.");
    }

    [Fact]
    public async Task ValuesThatAllPass_AreProvedSo()
    {
        ValueTest[] tests = [new NumberTest(true), new RangeTest(0, 10), new LengthTest(1, 1), new TextRangeTest("3", "7")];
        await using var opened = await TextTable.OpenAsync("n,v\n1,3\n2,\n3,7\n");
        var column = opened.Table.Schema.Find("v")!;

        foreach (var test in tests) Assert.True(await HoldsAsync(opened.Table, test.Proof(column)!), test.Words);
    }

    /// <returns>How many proofs held; each of them is counted after.</returns>
    private static async Task<int> ProvedAsync(Table table, Column column)
    {
        var proved = 0;
        foreach (var test in Tests.Where(t => column.Kind == ColumnKind.Text || t is not TextRangeTest))
        {
            var clause = new ValueClause("test", test.Words, column, test);
            var failing = Figure.Read((await SharedScan.RunAsync(table, [clause.Aggregate], TestContext.Current.CancellationToken))[clause.Aggregate]);
            if (!await HoldsAsync(table, clause.Proof!)) continue;
            Assert.True(failing == 0, $"'{test.Words}' is proved, and {failing} values fail.");
            proved++;
        }

        return proved;
    }

    private static async Task<bool> HoldsAsync(Table table, Proof proof) =>
        proof.Holds((await SharedScan.RunAsync(table, proof.Figures, TestContext.Current.CancellationToken))[proof.Figures]);
}
