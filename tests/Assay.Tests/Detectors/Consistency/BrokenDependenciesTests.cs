using System.Globalization;
using Assays.Detectors.Consistency;
using Assays.Findings;

namespace Assays.Tests.Detectors.Consistency;

public sealed class BrokenDependenciesTests
{
    private static readonly string[] _names = ["zip", "city", "state", "amount"];

    [Fact]
    public void Judge_FlagsTheStateThatItsZipHasNowhereElse()
    {
        var rows = Places();
        rows[37][2] = "AK";

        var cell = Assert.Single(Cells(rows));

        Assert.Equal((37, "state"), (cell.Row, cell.Column.Name));
        Assert.Equal(Places()[37][2], cell.Repair?.Value);
        Assert.Contains("here it is 'AK'", cell.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_IsSilentOnTheCleanTwin() => Assert.Empty(Cells(Places()));

    [Fact]
    public void Judge_BlamesOneCellWhenItContradictsSeveral()
    {
        var rows = Places();
        rows[50][0] = rows[51][0];
        rows[20][1] = rows[20][1].Insert(3, "x");

        var cells = Cells(rows).Select(c => (c.Row, c.Column.Name)).Order();

        Assert.Equal([(20, "city"), (50, "zip")], cells);
    }

    [Fact]
    public void Judge_IsSilentWhenColumnsHaveNothingToDoWithEachOther()
    {
        var random = new Random(5);
        string[][] rows = [.. Enumerable.Range(0, 600).Select(_ => new[] { $"{random.Next(8)}", $"{random.Next(3)}", $"{(random.Next(20) == 0 ? 1 : 0)}", $"{random.Next(2)}" })];

        Assert.Empty(Cells(rows));
    }

    [Fact]
    public void Judge_LeavesExceptionsAloneThatComeAgain()
    {
        var rows = Places();
        foreach (var row in rows.Where((r, i) => r[0] == rows[0][0] && i % 3 == 0)) row[2] = "AK";

        Assert.DoesNotContain(Cells(rows), c => c.Column.Name == "state");
    }

    [Fact]
    public void Judge_NamesNoColumnThatTheTableHasNot()
    {
        string[][] rows = [.. Enumerable.Range(0, 600).Select(i => new[] { $"region {i / 30 % 10}" })];
        rows[75][0] = "region 7";
        var examination = Examined.Table(["region"], rows);

        var columns = new BrokenDependencies().Judge(examination).SelectMany(static f => f.Columns).ToList();

        Assert.NotEmpty(columns);
        Assert.All(columns, static column => Assert.Equal(0, column.Ordinal));
    }

    /// <summary>All hospitals but one lie in one state, so that a measure seems to tell the state's average.</summary>
    [Fact]
    public void Judge_LeavesAPopulationAloneThatHasARuleOfItsOwn()
    {
        string[][] rows = [.. Enumerable.Range(0, 45 * 24).Select(static i => Measured(i % 45, i / 45))];
        // Slips in the state hide that it is the hospital's.
        for (var row = 0; row < rows.Length; row += 31) rows[row][2] = "AX";
        for (var row = 3; row < rows.Length; row += 71) rows[row][5] = rows[row][5].Replace('A', 'X');
        var examination = Examined.Table(["hospital", "city", "state", "measure", "name", "average"], rows).Related();

        var cells = new BrokenDependencies().Judge(examination).SelectMany(static f => f.Cells).Where(static c => c.Column.Name == "average").ToList();

        Assert.NotEmpty(cells);
        Assert.All(cells, static cell => Assert.StartsWith("X", cell.Value, StringComparison.Ordinal));

        static string[] Measured(int hospital, int measure)
        {
            var state = hospital == 7 ? "AK" : "AL";
            return [$"hospital {hospital}", $"city {hospital}", state, $"measure {measure}", $"name of measure {measure}", $"{state}_scip-{measure}"];
        }
    }

    /// <summary>Airports have their usual airline, but at one of them many land: who comes there once is no error.</summary>
    [Fact]
    public void Judge_IsSilentInAGroupOfMany_WhateverSpeaksForTheUsualValue()
    {
        var rows = new List<string[]>();
        for (var i = 0; i < 2_000; i++) rows.Add([$"airport {i % 20}", $"airline {i % 20 % 6}", $"type {i % 20 % 3}"]);
        for (var i = 0; i < 211; i++) rows.Add(["airport 20", i < 111 ? "airline 7" : i == 150 ? "airline 1" : $"airline {8 + (i % 6)}", i < 111 || i == 150 ? "type 9" : "type 8"]);

        Assert.DoesNotContain(new BrokenDependencies().Judge(Examined.Table(["airport", "airline", "type"], [.. rows]).Related()).SelectMany(f => f.Cells), static c => c.Row >= 2_000);
    }

    /// <summary>From an airport to others: two of them lie equally far away, and one of these is flown to seldom.</summary>
    [Fact]
    public void Judge_DoesNotTakeAMeasureForAKey()
    {
        var random = new Random(4);
        var rows = new List<string[]>();
        for (var i = 0; i < 8_000; i++)
        {
            var (from, to) = (random.Next(20), 20 + random.Next(20));
            rows.Add([Airport(from), Airport(to), Distance(from, to), Text(random.Next(300))]);
        }
        rows.Add([Airport(3), Airport(41), Distance(3, 25), Text(5)]);

        Assert.Empty(new BrokenDependencies().Judge(Examined.Table(["origin", "destination", "distance", "delay"], [.. rows]).Related()));

        static string Airport(int at) => $"{(char)('A' + (at * 7 % 26))}{(char)('A' + (at / 26))}{(char)('A' + (at * 11 % 26))}";
        static string Distance(int from, int to) => Text(((from * 31) + (to * 17)) % 61 * 7);
        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private static List<SuspectCell> Cells(string[][] rows) =>
        [.. new BrokenDependencies().Judge(Examined.Table(_names, rows).Related()).SelectMany(f => f.Cells)];

    private static string[][] Places()
    {
        string[] states = ["AL", "CA", "NY", "TX", "OH"];
        string[] cities = ["Springfield", "Birmingham", "Greenville", "Riverside", "Fairview", "Georgetown", "Clinton", "Arlington", "Burlington", "Manchester"];
        var random = new Random(3);
        return [.. Enumerable.Range(0, 400).Select(_ =>
        {
            var place = random.Next(30);
            return new[] { $"{35000 + (place * 37)}", cities[place % 10] + (place < 10 ? "" : place < 20 ? " Hills" : " Park"), states[place % 5], $"{random.Next(1000)}" };
        })];
    }
}
