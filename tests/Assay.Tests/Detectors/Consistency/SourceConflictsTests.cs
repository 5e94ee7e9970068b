using Assays.Detectors.Completeness;
using Assays.Detectors.Consistency;

namespace Assays.Tests.Detectors.Consistency;

public sealed class SourceConflictsTests
{
    private static readonly string[] _names = ["site", "flight", "departs", "arrives", "gate"];

    [Fact]
    public void Judge_FlagsTheSourceThatContradictsTheOthers()
    {
        var rows = Flights();
        rows[3][2] = "11:11 a.m.";
        rows[40][3] = "1:23 p.m.";

        var cells = new SourceConflicts().Judge(Examined.Table(_names, rows)).SelectMany(f => f.Cells).OrderBy(c => c.Row).ToList();

        Assert.Equal([(3L, "departs"), (40L, "arrives")], cells.Select(c => (c.Row, c.Column.Name)));
        Assert.Equal(Flights()[3][2], cells[0].Repair?.Value);
    }

    [Fact]
    public void Judge_TellsAnotherNotationFromAnotherValue()
    {
        var rows = Flights();
        rows[3][2] = "11:11 a.m.";
        rows[40][3] = "1:23 p.m.";
        rows[7][2] = rows[7][2]!.Replace(" a.m.", "aDec 1", StringComparison.Ordinal);

        var finding = new SourceConflicts().Judge(Examined.Table(_names, rows)).Single(f => f.Aspect == "notation");

        Assert.Equal(7, Assert.Single(finding.Cells).Row);
    }

    [Fact]
    public void Judge_IsSilentOnTheCleanTwin() => Assert.Empty(new SourceConflicts().Judge(Examined.Table(_names, Flights())));

    /// <summary>Two flights happen to arrive at the same minute; half of the sites tell of the one, half of the other.</summary>
    [Fact]
    public void Judge_IsSilentWhereSourcesAgreeOnThingsThatHaveAValueInCommon()
    {
        string?[][] rows =
        [
            .. Enumerable.Range(0, 20).SelectMany(static flight => Enumerable.Range(0, 5).Select(site => new[]
            {
                $"site {site + (5 * (flight % 2))}", $"flight {flight}", $"{1 + (flight / 2)}:{10 + flight} a.m.", $"{1 + (flight / 2)}:30 p.m.", $"gate {flight}",
            })),
        ];

        Assert.Empty(new SourceConflicts().Judge(Examined.Table(_names, rows)));
    }

    [Fact]
    public void Judge_IsSilentOnMeasurementsOverTime()
    {
        var random = new Random(1);
        string?[][] rows = [.. Enumerable.Range(0, 300).Select(i => new[] { $"country{i % 30}", $"year {2000 + (i / 30)}", $"{random.Next(1000)}", $"{random.Next(50)}", "x" + (i % 30 % 4) })];

        Assert.Empty(new SourceConflicts().Judge(Examined.Table(["country", "year", "births", "deaths", "continent"], rows)));
    }

    [Fact]
    public void Judge_LeavesGapsToTheRecoverableValues()
    {
        var rows = Flights();
        rows[3][2] = "11:11 a.m.";
        rows[40][3] = "1:23 p.m.";
        rows[9][2] = null;
        var examination = Examined.Table(_names, rows);

        var cell = Assert.Single(new RecoverableValues().Judge(examination).SelectMany(f => f.Cells));

        Assert.Equal((9L, Flights()[9][2]), (cell.Row, cell.Repair?.Value));
        Assert.DoesNotContain(new SourceConflicts().Judge(examination).SelectMany(f => f.Cells), c => c.Row == 9);
    }

    private static string?[][] Flights() =>
    [
        .. Enumerable.Range(0, 120).Select(i =>
        {
            var flight = i / 6;
            return new[] { $"site{(char)('a' + (i % 6))}", $"XY-{100 + flight}", $"{1 + (flight % 11)}:{10 + flight} a.m.", $"{1 + (flight * 7 % 11)}:{20 + flight} p.m.", $"G{flight % 9}" };
        }),
    ];
}
