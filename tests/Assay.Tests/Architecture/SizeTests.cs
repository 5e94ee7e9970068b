namespace Assays.Tests.Architecture;

public sealed class SizeTests
{
    private const int MostLines = 400;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("bench")]
    public void Files_StayBelowFourHundredLines(string folder)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(SourceTree.Root.FullName, folder)), $"There is no folder '{folder}' yet.");

        var tooLong = SourceTree.CSharp(folder)
            .Select(static file => (file.Name, Lines: File.ReadLines(file.FullName).Count()))
            .Where(static file => file.Lines > MostLines)
            .Select(static file => $"{file.Name}: {file.Lines} lines");

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Files_AreNotNamedForNothing()
    {
        string[] vague = ["Helper", "Helpers", "Utils", "Util", "Common", "Manager", "Service", "Extensions"];

        var named = SourceTree.CSharp("src").Select(static file => Path.GetFileNameWithoutExtension(file.Name))
            .Where(name => vague.Any(word => name.EndsWith(word, StringComparison.Ordinal)));

        Assert.Empty(named);
    }
}
