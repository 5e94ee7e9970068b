using Assays.Cli.Console;
using Assays.Reports;
using Spectre.Console;

namespace Assays.Tests.Console;

public sealed class TerminalReportTests
{
    [Fact]
    public void Write_WritesTheApprovedSummary() => Snapshot.Match(Render(Samples.Assessment));

    [Fact]
    public void Write_FitsEightyColumns() => Assert.All(Render(Samples.Assessment).Split('\n'), static line => Assert.True(line.Length <= 80, line));

    [Fact]
    public void Write_QuietIsOneLine() =>
        Assert.Equal("B 87.8  samples/orders.csv  1 error, 4 warnings, 1 note\n", Render(Samples.Assessment, quiet: true).ReplaceLineEndings("\n"));

    [Theory]
    [MemberData(nameof(Hostile.Texts), MemberType = typeof(Hostile))]
    public void Write_LetsNoTextActOnTheTerminal(string text)
    {
        var shown = Render(Hostile.Of(text));

        Assert.DoesNotContain(shown, static c => char.IsControl(c) && c is not '\n' and not '\r');
        Assert.DoesNotContain('\u202E', shown);
    }

    private static string Render(Assessment assessment, bool quiet = false)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 80;
        console.Profile.Capabilities.Unicode = true;
        TerminalReport.Write(assessment, console, quiet);
        return output.ToString();
    }
}
