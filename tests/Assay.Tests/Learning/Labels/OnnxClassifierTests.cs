using System.Globalization;
using Assays.Data;
using Assays.Labels.Errors;
using Assays.Learning.Labels;

namespace Assays.Tests.Learning.Labels;

public sealed class OnnxClassifierTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"assay-{Guid.NewGuid():N}.onnx");

    public void Dispose() => File.Delete(_path);

    private static Sample Table(string[] names) => Sample.Of(names, [.. Enumerable.Range(0, 100).Select(row =>
    {
        var x = (row % 20 - 9.5) / 5;
        return new[] { x.ToString(CultureInfo.InvariantCulture), "0", (x > 0) ^ row == 57 ? "big" : "small" }[..names.Length];
    })]);

    [Fact]
    public void Check_ByAModel_UsesItsProbabilities()
    {
        File.WriteAllBytes(_path, TinyOnnx.Linear(new float[,] { { 4, -4 }, { 0, 0 } }));
        var sample = Table(["x", "y", "label"]);

        var report = LabelChecker.Check(sample, "t", sample.Schema.Find("label")!, new("label") { Model = _path }, TestContext.Current.CancellationToken);

        Assert.Equal(57, report.Suspects[0].Row);
        Assert.Contains("'small' 0.", report.Suspects[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ByAModelOfOtherColumns_SaysHowManyItTakes()
    {
        File.WriteAllBytes(_path, TinyOnnx.Linear(new float[,] { { 4, -4 }, { 0, 0 }, { 0, 0 } }));
        var sample = Table(["x", "y", "label"]);

        var error = Assert.Throws<InputException>(() => LabelChecker.Check(sample, "t", sample.Schema.Find("label")!, new("label") { Model = _path }, TestContext.Current.CancellationToken));

        Assert.Contains("3 numbers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ByAFileThatIsNoModel_SaysSo()
    {
        File.WriteAllText(_path, "no model");
        var sample = Table(["x", "y", "label"]);

        var error = Assert.Throws<InputException>(() => LabelChecker.Check(sample, "t", sample.Schema.Find("label")!, new("label") { Model = _path }, TestContext.Current.CancellationToken));

        Assert.Contains("no ONNX model", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", error.Message, StringComparison.Ordinal);
    }
}
