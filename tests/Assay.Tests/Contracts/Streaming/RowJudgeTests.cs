using System.Collections.Immutable;
using System.Globalization;
using Assays.Contracts;
using Assays.Contracts.Clauses;
using Assays.Contracts.Streaming;
using Assays.Findings;
using Assays.Sql;
using CsCheck;

namespace Assays.Tests.Contracts.Streaming;

/// <summary>A row of a stream is judged exactly as the engine judges it in a table.</summary>
public sealed class RowJudgeTests
{
    private static readonly Gen<string> Cell = Gen.OneOf(
        Gen.String[Gen.Char["0123456789.,-+eE abZé/:T"], 0, 6],
        Choose.One("", " ", "1", "5", "-3", "2.5", "1e2", "NaN", "1e400", "n/a", "red", "2024-02-30", "2024-06-01", "a;b", "𝒳"));

    private static readonly Gen<ContractColumn> Column =
        from type in Choose.One<string?>(null, "string", "number", "integer", "date", "boolean")
        from required in Gen.Bool
        from limits in Gen.Int[0, 3]
        from values in Cell.Array[0, 3]
        from missing in Cell.Array[0, 2]
        select new ContractColumn("x")
        {
            LogicalType = type,
            Required = required,
            Options = type switch
            {
                "number" or "integer" when limits > 0 => new() { Minimum = "0", ExclusiveMaximum = "5", MultipleOf = limits > 1 ? 0.5 : null },
                "string" when limits > 0 => new() { MinLength = 1, MaxLength = 3, Pattern = limits > 1 ? "[a-z0-9]" : null },
                "date" when limits > 0 => new() { Minimum = "2024-03-01", Maximum = "2024-12-31" },
                _ => TypeOptions.None,
            },
            Quality =
            [
                Rule("missingValues", new() { MissingValues = [.. missing] }),
                .. values.Length == 0 ? [] : new[] { Rule("invalidValues", new() { ValidValues = [.. values], MissingValues = [.. missing] }) },
            ],
        };

    private static readonly Gen<(ContractColumn[] Columns, string[][] Rows)> Case =
        from columns in Column.Array[3]
        from rows in Cell.Array[3].Array[1, 40]
        select (columns, rows);

    [Fact]
    public Task EveryRow_IsJudgedAsTheEngineJudgesIt() => Case.SampleAsync(static async example =>
    {
        var columns = example.Columns.Select(static (c, at) => c with { }).Zip(["x", "y", "z"], static (c, name) => new ContractColumn(name)
        {
            LogicalType = c.LogicalType, Required = c.Required, Options = c.Options, Quality = c.Quality,
        });
        var order = new QualityRule(RuleKind.Custom)
        {
            Engine = OwnRule.Engine, Metric = OwnRule.Order, Arguments = new() { Properties = ["x", "y"] }, Expectation = Expectation.None,
        };
        var csv = "x,y,z,n\n" + string.Concat(example.Rows.Select(static (r, at) => $"{string.Join(',', r.Select(Quote))},{at.ToString(CultureInfo.InvariantCulture)}\n"));
        await using var opened = await TextTable.OpenAsync(csv);
        var clauses = ClauseCompiler.Compile(new("t", [.. columns, new("n")]) { Quality = [order] }, opened.Table.Schema);
        var judge = new RowJudge(clauses);
        Assert.Equal(clauses.Count(static c => c.FailingRows(SqlText.Of($"x")) is not null), judge.Demands.Length);

        var here = await HereAsync(csv, judge);

        for (var demand = 0; demand < judge.Demands.Length; demand++)
        {
            var condition = judge.Demands[demand].FailingRows(opened.Table.From)!;
            var there = new List<long>();
            var number = opened.Table.Schema.Find("n")!;
            await foreach (var row in opened.Table.QueryAsync(SqlText.Of($"SELECT CAST({number} AS BIGINT) AS n FROM {opened.Table.From} WHERE {condition} ORDER BY n")))
            {
                there.Add((long)row[0]!);
            }

            Assert.Equal(there, here[demand]);
        }
    }, iter: 40, threads: 1);

    [Fact]
    public void OnlyErrorsThatNoRowMayMake_Reject()
    {
        var demand = new PresenceClause("there", new(0, "x"), []);

        Assert.True(RowJudge.Rejects(demand));
        Assert.False(RowJudge.Rejects(demand with { Severity = Severity.Warning }));
        Assert.False(RowJudge.Rejects(demand with { Expectation = new(Operator.MustBeLessThan, 5), InPercent = true }));
    }

    private static async Task<List<long>[]> HereAsync(string csv, RowJudge judge)
    {
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv));
        using var records = await CsvRecords.OpenAsync(bytes);
        var (row, broken) = (new RowCells(records.Schema.Columns.Length), new List<int>());
        var failing = judge.Demands.Select(static _ => new List<long>()).ToArray();
        while (await records.ReadAsync(row))
        {
            Assert.Null(records.Fault);
            judge.Judge(row, broken);
            foreach (var demand in broken) failing[demand].Add(long.Parse(row[3], CultureInfo.InvariantCulture));
        }

        return failing;
    }

    private static QualityRule Rule(string metric, RuleArguments arguments) => new(RuleKind.Library) { Metric = metric, Arguments = arguments, Expectation = Expectation.None };

    private static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
