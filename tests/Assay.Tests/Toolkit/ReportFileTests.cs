using Assays.Data;
using Assays.Reports;

namespace Assays.Tests.Toolkit;

public sealed class ReportFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("assay-test-");

    private string Target => Path.Combine(_folder.FullName, "report.txt");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task WriteAsync_ReplacesTheFileAndLeavesNothingElse()
    {
        await File.WriteAllTextAsync(Target, "old", TestContext.Current.CancellationToken);

        await ReportFile.WriteAsync(new Format(static _ => { }), Samples.Assessment, Target, TestContext.Current.CancellationToken);

        Assert.Equal("half", await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken));
        Assert.Equal([Target], Directory.GetFiles(_folder.FullName));
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(OperationCanceledException))]
    public async Task WriteAsync_LeavesTheOldFileWhenItFails(Type failure)
    {
        await File.WriteAllTextAsync(Target, "old", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync(failure, () =>
            ReportFile.WriteAsync(new Format(_ => throw (Exception)Activator.CreateInstance(failure)!), Samples.Assessment, Target, TestContext.Current.CancellationToken));

        Assert.Equal("old", await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken));
        Assert.Equal([Target], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public async Task WriteAsync_IsNotFinishedByACancellationAfterTheLastByte()
    {
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            ReportFile.WriteAsync(new Format(_ => cancellation.Cancel()), Samples.Assessment, Target, cancellation.Token));

        Assert.Empty(Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public async Task WriteAsync_ReplacesWhatALinkPointsTo()
    {
        var linked = Path.Combine(_folder.FullName, "linked.txt");
        await File.WriteAllTextAsync(linked, "old", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Target, linked);

        await ReportFile.WriteAsync(new Format(static _ => { }), Samples.Assessment, Target, TestContext.Current.CancellationToken);

        Assert.Equal(linked, new FileInfo(Target).LinkTarget);
        Assert.Equal("half", await File.ReadAllTextAsync(linked, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task WriteAsync_SaysWhatIsWrongWithThePlace()
    {
        var nowhere = Path.Combine(_folder.FullName, "none", "report.txt");

        var noFolder = await Assert.ThrowsAsync<InputException>(() =>
            ReportFile.WriteAsync(new Format(static _ => { }), Samples.Assessment, nowhere, TestContext.Current.CancellationToken));
        var isFolder = await Assert.ThrowsAsync<InputException>(() =>
            ReportFile.WriteAsync(new Format(static _ => { }), Samples.Assessment, _folder.FullName, TestContext.Current.CancellationToken));

        Assert.Contains("there is no folder", noFolder.Message, StringComparison.Ordinal);
        Assert.Contains("it is a folder", isFolder.Message, StringComparison.Ordinal);
    }

    private sealed class Format(Action<Stream> afterHalf) : IReportFormat
    {
        public string Name => "half";

        public string Description => "Write half a report.";

        public async Task WriteAsync(Assessment assessment, Stream stream, CancellationToken cancellationToken = default)
        {
            await stream.WriteAsync("half"u8.ToArray(), cancellationToken);
            afterHalf(stream);
        }
    }
}
