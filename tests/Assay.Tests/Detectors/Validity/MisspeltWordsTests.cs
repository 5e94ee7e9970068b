using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class MisspeltWordsTests
{
    private static readonly string[] Tasks =
        ["Replace the water pump", "Inspect every valve", "Annual maintenance of the boiler", "Paint the corridor", "Clean the windows", "Order new furniture", "Repair the elevator", "Quarterly report to the board"];

    [Theory]
    [InlineData("Emergency maintenence contract", "Emergency maintenance contract")]
    [InlineData("WITTHDRAWN", "WITHDRAWN")]
    [InlineData("Develop the oragnization", "Develop the organization")]
    public void Judge_FindsAMisspeltWordAndWhatWasMeant(string text, string meant)
    {
        var cells = new MisspeltWords().Judge(Examined.Column("task", Tasks.Append(text))).SelectMany(static finding => finding.Cells).ToList();

        Assert.Equal(meant, Assert.Single(cells).Repair?.Value);
    }

    [Theory]
    [InlineData("Troop sponsorhips")]
    [InlineData("Sponsor hips")]
    public void Judge_HoldsNoCompoundForASlip(string text)
    {
        var cells = new MisspeltWords().Judge(Examined.Column("task", Tasks.Append(text))).SelectMany(static finding => finding.Cells);

        Assert.Equal(text == "Troop sponsorhips", cells.Any());
    }

    [Fact]
    public void Judge_IsLessSureThatALongTextIsWrong()
    {
        static double Confidence(string text) => Assert.Single(new MisspeltWords().Judge(Examined.Column("task", Tasks.Append(text))).SelectMany(static finding => finding.Cells)).Confidence;

        Assert.True(Confidence("Order the maintenence") > Confidence("Order the maintenence of the boiler and of every water pump in the corridor"));
    }

    [Fact]
    public void Judge_PutsTheCapitalOfSwappedLettersInFront()
    {
        var finding = Assert.Single(new MisspeltWords().Judge(Examined.Column("task", Tasks.Append("Order the aMintenance"))));

        Assert.Equal("Order the Maintenance", Assert.Single(finding.Cells).Repair?.Value);
    }

    [Fact]
    public void Judge_IsSilentOnWordsWithoutTheirLastLetter() =>
        Assert.Empty(new MisspeltWords().Judge(Examined.Column("task", [.. Tasks, "Neurologica report to the board"])));

    [Fact]
    public void Judge_IsSilentOnWordsThatAreKnown() => Assert.Empty(new MisspeltWords().Judge(Examined.Column("task", Tasks)));

    [Fact]
    public void Judge_IsSilentOnNames() =>
        Assert.Empty(new MisspeltWords().Judge(Examined.Column("name", ["Grethe Malmquist", "Daithi Okonkwo", "Gleider Brown", "Conrada Vervoort", "Roshini Pillai", "Matija Smith"])));

    [Fact]
    public void Judge_IsSilentOnAWordThatManyValuesHave() =>
        Assert.Empty(new MisspeltWords().Judge(Examined.Column("task", [.. Tasks, "Publshing house", "New publshing plan", "Old publshing plan", "The publshing board"])));

    [Fact]
    public void Judge_IsSilentOnFileNamesAndCodes() =>
        Assert.Empty(new MisspeltWords().Judge(Examined.Column("file", [.. Tasks, "report_organizatoin.txt", "maintenence@example.org", "A12-maintenence"])));

    [Fact]
    public void Judge_IsSilentOnValuesCutOffAtOneLength() =>
        Assert.Empty(new MisspeltWords().Judge(Examined.Column("task", [.. Tasks, "Small electric equipment and househol"])));

    [Fact]
    public void Judge_IsSilentOnOtherLanguages() =>
        Assert.Empty(new MisspeltWords().Judge(Examined.Column("tarea", ["mantenimiento anual", "reparar la caldera", "informe trimestral", "limpiar ventanas", "pintar el pasillo", "comercio exterior", "direccion general"])));
}
