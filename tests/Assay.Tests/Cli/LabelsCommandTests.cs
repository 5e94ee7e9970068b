using System.Globalization;
using System.Text.Json;

namespace Assays.Tests.Cli;

public sealed class LabelsCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task AuditPlan_ThenResult_DecidesByTheVerdicts()
    {
        var sheet = _shell.Path("sheet.csv");

        var planned = await Shell.RunAsync("labels", "audit", "plan", "--rows", "1000", "--claimed", "0.95", "-o", sheet);
        Answer(sheet, static line => line % 4 == 0 ? "wrong" : "right");
        var judged = await Shell.RunAsync("labels", "audit", "result", sheet, "--json", _shell.Path("result.json"));

        Assert.Equal(0, planned.Status);
        Assert.Equal(1, judged.Status);
        Assert.Contains("REJECT", judged.Output, StringComparison.Ordinal);
        Assert.Equal("reject", Json("result.json").GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task AuditPlan_OfATable_DrawsEveryClassAndMakesFormulasPlainText()
    {
        var table = _shell.Write("t.csv", "text,label\n" + string.Concat(Enumerable.Range(0, 200).Select(static i => $"=1+{i},{(i % 20 == 0 ? "rare" : "-common")}\n")));
        var sheet = _shell.Path("sheet.csv");

        var planned = await Shell.RunAsync("labels", "audit", "plan", table, "--label", "label", "--draw", "classes", "--size", "40", "-o", sheet);

        var lines = await File.ReadAllLinesAsync(sheet, TestContext.Current.CancellationToken);
        Assert.Equal(0, planned.Status);
        Assert.Equal(41, lines.Length);
        Assert.Contains(lines, static line => line.Contains(",rare,", StringComparison.Ordinal));
        Assert.All(lines.Skip(1), static line => Assert.DoesNotMatch(",[=-]", line));
    }

    [Fact]
    public async Task AuditPlan_BySuspicion_DrawsSuspectsMoreOftenAndTheResultUndoesIt()
    {
        var table = _shell.Write("t.csv", Blobs(1_000, flipped: 100));
        var sheet = _shell.Path("sheet.csv");

        var planned = await Shell.RunAsync("labels", "audit", "plan", table, "--label", "label", "--draw", "suspects", "--size", "50", "-o", sheet);
        var lines = await File.ReadAllLinesAsync(sheet, TestContext.Current.CancellationToken);
        var flips = lines.Skip(1).Select(static line => int.Parse(line.Split(',')[0], CultureInfo.InvariantCulture) % 10 == 0).ToArray();
        await File.WriteAllLinesAsync(sheet, lines.Select((line, i) => i == 0 ? line : Verdict(line, flips[i - 1] ? "wrong" : "right")), TestContext.Current.CancellationToken);
        var judged = await Shell.RunAsync("labels", "audit", "result", sheet, "--json", _shell.Path("result.json"));

        Assert.Equal((0, 51), (planned.Status, lines.Length));
        Assert.InRange(flips.Count(static f => f), 15, 50);
        Assert.InRange(Json("result.json").GetProperty("accuracy").GetDouble(), 0.88, 0.92);
        Assert.NotEqual(2, judged.Status);
        Assert.Contains("as they were drawn", judged.Output, StringComparison.Ordinal);
        Assert.All(Json("result.json").GetProperty("classes").EnumerateArray(), static c => Assert.Equal(JsonValueKind.Null, c.GetProperty("interval").ValueKind));

        static string Verdict(string line, string verdict)
        {
            var fields = line.Split(',');
            fields[4] = verdict;
            return string.Join(',', fields);
        }
    }

    [Fact]
    public async Task AuditResult_OfADrawByClass_HasAnIntervalForEachClass()
    {
        var table = _shell.Write("t.csv", "label\n" + string.Concat(Enumerable.Range(0, 200).Select(static i => $"{(i % 20 == 0 ? "=rare" : "-common")}\n")));
        var sheet = _shell.Path("sheet.csv");

        await Shell.RunAsync("labels", "audit", "plan", table, "--label", "label", "--draw", "classes", "--size", "40", "-o", sheet);
        Answer(sheet, static _ => "right");
        var judged = await Shell.RunAsync("labels", "audit", "result", sheet, "--json", _shell.Path("result.json"));

        Assert.DoesNotContain("as they were drawn", judged.Output, StringComparison.Ordinal);
        Assert.All(Json("result.json").GetProperty("classes").EnumerateArray(), static c => Assert.Equal(1, c.GetProperty("interval").GetProperty("high").GetDouble()));
    }

    [Fact]
    public async Task AuditPlan_BySuspicionWhereNothingIsKnown_SaysHowElse()
    {
        var random = new Random(2);
        var table = _shell.Write("t.csv", "x,label\n" + string.Concat(Enumerable.Range(0, 400).Select(_ => string.Create(CultureInfo.InvariantCulture, $"{random.NextDouble():0.000},{random.Next(2)}\n"))));

        var planned = await Shell.RunAsync("labels", "audit", "plan", table, "--label", "label", "--draw", "suspects", "-o", _shell.Path("sheet.csv"));

        AssertUnusable(planned);
        Assert.Contains("--draw simple", planned.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuditPlan_NeverOverwritesASheetThatMayHoldVerdicts()
    {
        var sheet = _shell.Write("sheet.csv", "precious");

        var planned = await Shell.RunAsync("labels", "audit", "plan", "--rows", "100", "-o", sheet);

        AssertUnusable(planned);
        Assert.Equal("precious", await File.ReadAllTextAsync(sheet, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Check_FindsFlippedLabels_AndWritesThemForPeopleAndPrograms()
    {
        var table = _shell.Write("t.csv", Blobs(1_000, flipped: 100));

        var ended = await Shell.RunAsync("labels", "check", table, "--label", "label", "--json", _shell.Path("r.json"), "--csv", _shell.Path("r.csv"));

        Assert.Equal(0, ended.Status);
        var report = Json("r.json");
        var flagged = report.GetProperty("suspects").EnumerateArray().Where(static s => s.GetProperty("flagged").GetBoolean()).ToArray();
        Assert.InRange(flagged.Length, 90, 110);
        Assert.All(flagged, static s => Assert.Contains("x", s.GetProperty("reason").GetString(), StringComparison.Ordinal));
        Assert.InRange(report.GetProperty("accuracy").GetDouble(), 0.85, 0.95);
        Assert.Equal("row,label,wrong,flagged,better,reason", (await File.ReadAllLinesAsync(_shell.Path("r.csv"), TestContext.Current.CancellationToken))[0]);
    }

    [Fact]
    public async Task Check_IsTheSameWhateverTheThreads_AndCrossesItsThreshold()
    {
        var table = _shell.Write("t.csv", Blobs(1_000, flipped: 100));

        var one = await Shell.RunAsync("labels", "check", table, "--label", "label", "--threads", "1", "--json", _shell.Path("1.json"), "--fail-under", "0.99");
        await Shell.RunAsync("labels", "check", table, "--label", "label", "--threads", "2", "--json", _shell.Path("2.json"));

        Assert.Equal(1, one.Status);
        Assert.Equal(Json("1.json").ToString(), Json("2.json").ToString());
    }

    [Fact]
    public async Task Check_WithGivenProbabilities_UsesThem()
    {
        var table = _shell.Write("t.csv", "x,label\n" + string.Concat(Enumerable.Range(0, 200).Select(static i => $"1,{(i % 2 == 0 ^ i == 100 ? "a" : "b")}\n")));
        var probabilities = _shell.Write("p.csv", "p_a,p_b\n" + string.Concat(Enumerable.Range(0, 200).Select(static i => i % 2 == 0 ? "0.99,0.01\n" : "0.02,0.98\n")));

        var ended = await Shell.RunAsync("labels", "check", table, "--label", "label", "--probabilities", probabilities, "--json", _shell.Path("r.json"));

        Assert.Equal(0, ended.Status);
        Assert.Equal(100, Json("r.json").GetProperty("suspects")[0].GetProperty("row").GetInt32());
    }

    [Fact]
    public async Task Agree_ReadsBothLayouts()
    {
        var wide = _shell.Write("w.csv", "ann,bob,cid\n" + string.Concat(Enumerable.Range(0, 60).Select(static i => $"{i % 2},{i % 2},{(i % 10 == 0 ? 1 - i % 2 : i % 2)}\n")));
        var tall = _shell.Write("l.csv", "task,who,said\n" + string.Concat(Enumerable.Range(0, 60).SelectMany(static i => new[] { $"{i},ann,{i % 2}\n", $"{i},bob,{i % 2}\n", $"{i},cid,{(i % 10 == 0 ? 1 - i % 2 : i % 2)}\n" })));

        var first = await Shell.RunAsync("labels", "agree", wide, "--json", _shell.Path("w.json"), "--csv", _shell.Path("w-items.csv"));
        var second = await Shell.RunAsync("labels", "agree", tall, "--item", "task", "--annotator", "who", "--label", "said", "--json", _shell.Path("l.json"));

        Assert.Equal((0, 0), (first.Status, second.Status));
        Assert.Equal(Json("w.json").GetProperty("agreement").ToString(), Json("l.json").GetProperty("agreement").ToString());
        Assert.Equal("cid", Json("w.json").GetProperty("annotators")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("agree")]
    [InlineData("agree", "--item", "task")]
    public async Task Agree_OfARowAnAnswerWithoutSayingSo_EndsWith2AndSaysHow(params string[] arguments)
    {
        var tall = _shell.Write("l.csv", "task,who,said\n" + string.Concat(Enumerable.Range(0, 60).SelectMany(static i => new[] { $"{i},ann,{i % 2}\n", $"{i},bob,{i % 2}\n" })));

        var ended = await Shell.RunAsync(["labels", arguments[0], tall, .. arguments[1..]]);

        AssertUnusable(ended);
        Assert.Contains("--annotator", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfSetsOfClasses_SaysHowManyRowsHaveNone()
    {
        var table = _shell.Write("t.csv", "x,y,label\n" + string.Concat(Enumerable.Range(0, 200).Select(static i => $"{i},{i % 7},{(i < 50 ? "" : i < 120 ? "red;blue" : "blue;green")}\n")));

        var ended = await Shell.RunAsync("labels", "check", table, "--label", "label", "--separator", ";", "--json", _shell.Path("r.json"));

        Assert.Equal(0, ended.Status);
        Assert.StartsWith("50 of 200 rows have no label", Json("r.json").GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no labels at all", "x,label\n1,\n2,\n3,\n", "holds no label")]
    [InlineData("one class", "x,label\n1,a\n2,a\n3,a\n", "one class")]
    [InlineData("too few rows of a class", "x,label\n1,a\n2,a\n3,a\n4,a\n5,a\n6,b\n", "two classes")]
    [InlineData("no other column", "label\na\nb\na\nb\n", "no column beside the label")]
    public async Task Check_OfLabelsThatCannotBeJudged_EndsWith2AndSaysWhy(string what, string csv, string says)
    {
        var ended = await Shell.RunAsync("labels", "check", _shell.Write("t.csv", csv), "--label", "label");

        AssertUnusable(ended);
        Assert.True(ended.Errors.Contains(says, StringComparison.Ordinal), $"{what}: {ended.Errors}");
    }

    [Fact]
    public async Task Check_OfTenThousandClasses_EndsWith2AndSaysWhy()
    {
        var table = _shell.Write("t.csv", "x,label\n" + string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"{i % 7},name{i % 10_000}\n")));

        var ended = await Shell.RunAsync("labels", "check", table, "--label", "label");

        AssertUnusable(ended);
        Assert.Contains("10000 different labels", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_LeavesOutRowsWithoutALabelAndRareClasses_AndSaysSo()
    {
        var table = _shell.Write("t.csv", Blobs(200, flipped: 0) + "1,1,\n1,1,lonely\n");

        var ended = await Shell.RunAsync("labels", "check", table, "--label", "label", "--json", _shell.Path("r.json"));

        Assert.Equal(0, ended.Status);
        Assert.Equal(200, Json("r.json").GetProperty("judgedRows").GetInt32());
        Assert.Equal(2, Json("r.json").GetProperty("warnings").GetArrayLength());
    }

    [Theory]
    [InlineData("p_a,p_b\n0.5,0.5\n", "3 rows")]
    [InlineData("p_a,p_b\n0.5,0.9\n0.5,0.5\n0.5,0.5\n", "not to 1")]
    [InlineData("p_a,p_b\n1.5,-0.5\n0.5,0.5\n0.5,0.5\n", "not between 0 and 1")]
    [InlineData("p_a,p_c\n0.5,0.5\n0.5,0.5\n0.5,0.5\n", "p_b")]
    [InlineData("p_a,p_b\n0.5,\n0.5,0.5\n0.5,0.5\n", "not between 0 and 1")]
    public async Task Check_WithProbabilitiesThatDoNotFit_EndsWith2AndSaysWhy(string probabilities, string says)
    {
        // Four rows a class are judged; the probabilities have one row for every 3 that they should, or say something that cannot be.
        var table = _shell.Write("t.csv", "label\n" + string.Concat(Enumerable.Repeat("a\nb\n", 6)));
        var lines = probabilities.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rows = says == "3 rows" ? lines.Skip(1).Concat(lines.Skip(1)).Concat(lines.Skip(1)) : Enumerable.Repeat(lines.Skip(1), 4).SelectMany(static l => l);
        var given = _shell.Write("p.csv", lines[0] + "\n" + string.Join('\n', rows) + "\n");

        var ended = await Shell.RunAsync("labels", "check", table, "--label", "label", "--probabilities", given);

        AssertUnusable(ended);
        Assert.Contains(says, ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "--label", "nobody")]
    [InlineData("check", "--label", "label", "--model", "nowhere.onnx")]
    [InlineData("check", "--label", "label", "--group", "nobody")]
    [InlineData("check", "--label", "label", "--time", "x")]
    [InlineData("check", "--label", "label", "--model", "m.onnx", "--probabilities", "p.csv")]
    [InlineData("check")]
    [InlineData("agree", "--annotator", "x")]
    [InlineData("agree", "--item", "nobody")]
    [InlineData("audit", "plan", "--label", "nobody")]
    [InlineData("audit", "plan", "--label", "label", "--accept", "0.8", "--reject", "0.9")]
    [InlineData("audit", "result")]
    [InlineData("audit")]
    [InlineData("review", "--label", "label", "-o", "out.csv")]
    public async Task Labels_CalledInAWayThatCannotBeUsed_EndsWith2AndOneLine(params string[] arguments)
    {
        var table = _shell.Write("t.csv", "x,label\n" + string.Concat(Enumerable.Range(0, 40).Select(static i => $"word{i % 3},{i % 2}\n")));
        var at = arguments[0] == "audit" && arguments.Length > 1 ? 2 : 1;

        AssertUnusable(await Shell.RunAsync(["labels", .. arguments[..at], table, .. arguments[at..]]));
    }

    private static void AssertUnusable((int Status, string Output, string Errors) ended)
    {
        Assert.Equal(2, ended.Status);
        Assert.Single(ended.Errors.Trim().Split('\n'));
        Assert.StartsWith("assay: ", ended.Errors, StringComparison.Ordinal);
    }

    private static void Answer(string sheet, Func<int, string> verdict)
    {
        var lines = File.ReadAllLines(sheet);
        File.WriteAllLines(sheet, lines.Select((line, i) => i == 0 ? line : line + verdict(i)));
    }

    /// <summary>Two classes that one of two columns tells apart, with some labels of the other one.</summary>
    private static string Blobs(int rows, int flipped)
    {
        var random = new Random(5);
        return "x,y,label\n" + string.Concat(Enumerable.Range(0, rows).Select(i =>
        {
            var x = random.NextDouble();
            var isFlipped = flipped > 0 && i % (rows / flipped) == 0;
            var label = x > 0.5 ^ isFlipped ? "big" : "small";
            return string.Create(CultureInfo.InvariantCulture, $"{x:0.000},{random.NextDouble():0.000},{label}\n");
        }));
    }

    private JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllText(_shell.Path(name))).RootElement;
}
