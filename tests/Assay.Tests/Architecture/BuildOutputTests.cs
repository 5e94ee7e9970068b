using System.Runtime.InteropServices;

namespace Assays.Tests.Architecture;

/// <summary>Every program of a build has its own copy of the engine: those for other systems would fill a disk.</summary>
public sealed class BuildOutputTests
{
    [Fact]
    public void Build_HasNativeLibrariesOfThisSystemOnly()
    {
        var runtimes = new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "runtimes"));

        var systems = runtimes.EnumerateDirectories("native", SearchOption.AllDirectories).Select(static folder => folder.Parent!.Name).Order().ToList();

        Assert.NotEmpty(systems);
        Assert.All(systems, static system => Assert.StartsWith(system, RuntimeInformation.RuntimeIdentifier, StringComparison.Ordinal));
    }
}
