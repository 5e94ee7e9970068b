namespace Assays.Tests;

public sealed class CheckupTests
{
    [Fact]
    public async Task RunAsync_AssessesACsvFile()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "a,b\n1,x\n2,\n", TestContext.Current.CancellationToken);

        var assessment = await Assay.CheckAsync(path, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2, assessment.Profile.Rows);
        Assert.Equal(1, assessment.Profile.Columns[1].Missing);
    }
}
