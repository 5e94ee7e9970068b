using Assays.Detectors.Completeness;
using Assays.Profiling;

namespace Assays.Tests.Detectors.Completeness;

public sealed class GapsTogetherTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(0.5, false)]
    public void Judge_NotesColumnsThatAreMissingInTheSameRows(double share, bool noted)
    {
        var examination = Examined.Table(["zone", "borough"], [["a", "b"]]);
        var relations = Relations.None with { MissingTogether = [new(examination.Schema.Columns, share, 12)] };

        var findings = new GapsTogether().Judge(examination with { Profile = examination.Profile with { Relations = relations } });

        Assert.Equal(noted, findings.Any());
    }
}
