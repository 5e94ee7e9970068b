using Assays.Data;
using Assays.Detectors.Validity;
using Assays.Findings;

namespace Assays.Tests.Detectors.Validity;

/// <summary>What the tests of the checks on the file's structure have in common.</summary>
public abstract class FaultTests(FileFault detector, params StructureFaultKind[] kinds)
{
    [Fact]
    public void Judge_ReportsEveryFaultOfItsKinds()
    {
        var examination = Examined.Table(["a", "b"], [["1", "2"], ["3", null]]);
        examination = examination.With([.. kinds.Select(kind => new StructureFault(kind, 1, [1], "line 3") { Column = examination.Schema.Columns[1] })]);

        var findings = detector.Judge(examination).ToList();

        Assert.Equal(kinds.Length, findings.Count);
        Assert.Equal(kinds.Length, findings.DistinctBy(static finding => finding.Id).Count());
        Assert.All(findings, static finding => Assert.Contains("Line 3.", finding.Explanation, StringComparison.Ordinal));
        Assert.All(findings, static finding => Assert.DoesNotMatch("1 [a-z]+ (between the records )?(were|are|hold|end|come) ", finding.Explanation));
        Assert.All(findings, static finding => Assert.InRange(finding.AffectedRows, 1, 2));
        Assert.All(findings, static finding => Assert.NotEqual(Severity.Note, finding.Severity));
    }

    [Fact]
    public void Judge_IsSilentOnAllOtherFaults()
    {
        var others = Enum.GetValues<StructureFaultKind>().Except(kinds).Select(static kind => new StructureFault(kind, 1, [0], ""));

        Assert.Empty(detector.Judge(Examined.Table(["a"], [["1"]]).With([.. others])));
    }
}
