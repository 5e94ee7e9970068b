using Assays.Contracts.Imports;

namespace Assays.Tests.Contracts.Imports;

public sealed class TableSchemaTests
{
    private const string Wells = """
        {
          "fields": [
            {"name": "well", "type": "string", "title": "Number of the well", "constraints": {"required": true, "pattern": "W[0-9]{3}"}},
            {"name": "drilled", "type": "date", "format": "%d.%m.%Y"},
            {"name": "depth", "type": "number", "constraints": {"minimum": 0, "maximum": 300}},
            {"name": "owner", "type": "string", "format": "email", "constraints": {"maxLength": 20}},
            {"name": "state", "type": "string", "constraints": {"enum": ["dry", "wet"]}},
            {"name": "place", "type": "geopoint"},
            {"name": "cost", "type": "number", "groupChar": ","}
          ],
          "missingValues": ["", "-"],
          "primaryKey": ["well", "drilled"],
          "foreignKeys": [{"fields": "owner", "reference": {"resource": "owners", "fields": "mail"}}]
        }
        """;

    private const string Good = "well,drilled,depth,owner,state,place,cost\nW001,01.02.1999,20,a@b.org,wet,,\nW001,02.02.1999,300,,-,,\n";

    [Fact]
    public async Task AnOrdinarySchema_BecomesAContractThatGoodDataKeep() => Assert.Empty(await ImportTrial.BrokenAsync(Wells, Good));

    [Theory]
    [InlineData("W1234,03.02.1999,20,a@b.org,wet,,", 1)]
    [InlineData("W001,01.02.1999,20,a@b.org,wet,,", 1)]
    [InlineData("W002,1999-02-01,20,a@b.org,wet,,", 1)]
    [InlineData("W002,01.02.1999,-1,a@b.org,wet,,", 1)]
    [InlineData("W002,01.02.1999,1,a at b,wet,,", 1)]
    [InlineData("W002,01.02.1999,1,a@a-very-long-domain.org,wet,,", 1)]
    [InlineData("W002,01.02.1999,1,a@b.org,damp,,", 1)]
    public async Task AWrongRow_BreaksItsConstraint(string row, int broken) => Assert.Equal(broken, (await ImportTrial.BrokenAsync(Wells, Good + row + "\n")).Length);

    [Fact]
    public void WhatHasNoCounterpart_IsListed()
    {
        var warnings = string.Join('\n', ContractImport.Parse(Wells, "wells.json").Warnings);

        foreach (var word in (string[])["geopoint", "groupChar", "foreign key", "missing values"]) Assert.Contains(word, warnings, StringComparison.Ordinal);
    }

    [Fact]
    public void TheResourcesOfAPackage_AreTables()
    {
        var contract = ContractImport.Parse($$"""{"name": "p", "resources": [{"name": "wells", "schema": {{Wells}}}, {"name": "file without schema"}]}""", "datapackage.json");

        Assert.Equal("wells", Assert.Single(contract.Tables).Name);
    }
}
