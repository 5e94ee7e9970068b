using System.Globalization;
using Assays.Drift.Baselines;

namespace Assays.Tests.Cli;

public sealed class ProfileCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    private string Events => _shell.Path("events");
    private string Kept => _shell.Path("events.assay.json");

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Profile_WithUpdate_AddsWhatIsNew()
    {
        Write(1, 0, 300);
        await ProfileAsync("--update");
        Write(2, 300, 200);
        Write(3, 500, 100);

        var updated = await ProfileAsync("--update");
        var idle = await ProfileAsync("--update");

        Assert.Contains("3 columns of 600 rows", updated.Output, StringComparison.Ordinal);
        Assert.Contains("3 columns of 600 rows", idle.Output, StringComparison.Ordinal);
        var (added, whole) = (Read(), await WholeAsync());
        Assert.Equal(["day=1/part.csv", "day=2/part.csv", "day=3/part.csv"], added.Files.Select(static f => f.Path));
        Assert.Equal(whole.Files, added.Files);
        Assert.Equal(whole.Columns.Select(static c => (c.Name, c.Type, c.Missing, c.Values.Total)), added.Columns.Select(static c => (c.Name, c.Type, c.Missing, c.Values.Total)));
        Assert.Equal(whole.Find("amount")!.Moments.Mean, added.Find("amount")!.Moments.Mean, 1e-9);
    }

    [Fact]
    public async Task Profile_WithUpdate_ReadsOldFilesNoMore()
    {
        Write(1, 0, 300);
        await ProfileAsync();
        var (file, then) = (Part(1), File.GetLastWriteTimeUtc(Part(1)));
        await File.WriteAllTextAsync(file, new string('?', (int)new FileInfo(file).Length), TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(file, then);
        Write(2, 300, 200);

        var updated = await ProfileAsync("--update");

        Assert.Contains("3 columns of 500 rows", updated.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "was written again")]
    [InlineData(true, "is gone")]
    public async Task Profile_WithUpdate_RefusesWhatItCannotTakeBack(bool isGone, string trouble)
    {
        Write(1, 0, 300);
        Write(2, 300, 200);
        await ProfileAsync();
        var before = await File.ReadAllTextAsync(Kept, TestContext.Current.CancellationToken);
        if (isGone) File.Delete(Part(1));
        else Write(1, 0, 299);

        var refused = await ProfileAsync("--update");

        Assert.Equal(2, refused.Status);
        Assert.Contains($"'day=1/part.csv' {trouble}", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Kept, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Profile_WithUpdate_RefusesABaselineOfAnotherSource()
    {
        Write(1, 0, 300);
        await ProfileAsync();

        var refused = await Shell.RunAsync("profile", Part(1), "-o", Kept, "--update");

        Assert.Equal(2, refused.Status);
        Assert.Contains("The baseline is of", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profile_TakesNoBaselineForData()
    {
        Write(1, 0, 300);
        File.Copy(Part(1), Path.Combine(Events, "more.csv"));
        await Shell.RunAsync("profile", Events, "-o", Path.Combine(Events, "events.assay.json"));

        var again = await Shell.RunAsync("profile", Events, "-o", Path.Combine(Events, "events.assay.json"), "--update");

        Assert.Equal(0, again.Status);
        Assert.Contains("600 rows", again.Output, StringComparison.Ordinal);
    }

    private Task<(int Status, string Output, string Errors)> ProfileAsync(params string[] options) => Shell.RunAsync(["profile", Events, "-o", Kept, .. options]);

    private async Task<Baseline> WholeAsync()
    {
        File.Delete(Kept);
        await ProfileAsync();
        return Read();
    }

    private Baseline Read() => BaselineFile.Parse(File.ReadAllText(Kept), Kept);

    private string Part(int day) => Path.Combine(Events, string.Create(CultureInfo.InvariantCulture, $"day={day}"), "part.csv");

    private void Write(int day, int first, int rows)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Part(day))!);
        var lines = Enumerable.Range(first, rows).Select(static i => string.Create(CultureInfo.InvariantCulture, $"{i},{(i * 37 % 1000) / 10.0}"));
        File.WriteAllLines(Part(day), lines.Prepend("id,amount"));
    }
}
