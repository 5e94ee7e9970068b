using Assays.Labels.Agreement;

namespace Assays.Tests.Labels.Agreement;

public sealed class DawidSkeneTests
{
    [Theory]
    [InlineData("crowd_duck", "duck")]
    [InlineData("crowd_dog", "dog")]
    public void Fit_IsAsAccurateAsTheReference(string folder, string name)
    {
        var expected = LabelData.Json("agreement_reference.json").GetProperty("crowd").EnumerateArray().First(e => e.GetProperty("set").GetString() == name);
        var (answers, truth) = Crowds.Read(folder);

        var model = DawidSkene.Fit(answers);

        var right = answers.Items.Where((item, i) => answers.Classes[Best(model.Posterior, i)] == truth[item]).Count();
        Assert.True((double)right / answers.Items.Length >= expected.GetProperty("DS").GetDouble(), $"{(double)right / answers.Items.Length}");
    }

    private static int Best(double[,] posterior, int item) =>
        Enumerable.Range(0, posterior.GetLength(1)).MaxBy(k => posterior[item, k]);
}
