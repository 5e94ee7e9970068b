using System.Globalization;
using System.Text;
using Assays.Contracts.Odcs;
using Assays.Data;
using CsCheck;

namespace Assays.Tests.Contracts.Odcs;

/// <summary>Contracts come from anybody: no text may end the process, take for ever or be refused in more than a line.</summary>
public sealed class YamlTreeTests
{
    private const string Head = "apiVersion: v3.1.0\nkind: DataContract\nid: x\nversion: 1.0.0\nstatus: active\n";

    [Fact]
    public void ListsThatStandDeepInEachOther_AreRefused() => Refused(Head + "schema: " + new string('[', 100_000), "100 deep");

    [Fact]
    public void AliasesThatMultiply_AreRefused() => Refused(Multiplying("[{{name: p, properties: *x{0}}}, {{name: r, properties: *x{0}}}]") + "schema: [{name: t, properties: *x40}]", "1,000,000 values");

    [Fact]
    public void KeysThatAreLists_AreRefused() => Refused(Multiplying("{{? *x{0} : *x{0}}}"), "A key is");

    [Fact]
    public void AliasesThatDeepen_AreRefused() => Refused(Multiplying("[*x{0}]", 200), "100 deep");

    [Theory]
    [InlineData("schema: [{name: t, properties: &p [{name: a, properties: *p}]}]")]
    [InlineData("schema: &s [*s]")]
    public void AnAliasInsideOfWhatItStandsFor_IsRefused(string part) => Refused(Head + part, "An alias stands inside");

    [Theory]
    [InlineData("schema: *nowhere")]
    [InlineData("schema: 'open")]
    [InlineData("schema:\n\t- name: t")]
    [InlineData("schema: {name: t")]
    [InlineData("id: y")]
    [InlineData("schema: &a &b []")]
    [InlineData("%YAML 9.9\n---\n")]
    [InlineData("\0\u0001\uffff")]
    public void BrokenYaml_IsRefused(string part) => Refused(Head + part, "line");

    [Fact]
    public void AnyText_IsReadOrRefusedInOneLine() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["[]{}:,-&*a!|>%'\"? \n\t#<0"], 0, 40]).Sample(static text =>
    {
        try
        {
            ContractFile.Parse(Head + "schema: " + text, "c.yaml");
        }
        catch (InputException error)
        {
            Assert.DoesNotContain('\n', error.Message);
        }
    }, iter: 2_000);

    [Fact]
    public void AMergeKey_GivesWhatTheMapItselfDoesNotSay()
    {
        var column = ContractFile.Parse(Head + """
            schema:
              - name: t
                properties:
                  - &key { name: id, required: true, logicalType: string, logicalTypeOptions: { maxLength: 3 } }
                  - { <<: *key, name: other, logicalTypeOptions: { minLength: 2 } }
            """, "test").Tables[0].Columns[1];

        Assert.Equal(("other", true, "string", 2, (int?)null), (column.Name, column.Required, column.LogicalType, column.Options.MinLength, column.Options.MaxLength));
    }

    [Fact]
    public void OfSeveralMergedMaps_TheFirstOneCounts()
    {
        var tree = YamlTree.Parse("a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc: {<<: [*a, *b], z: 3}", "test")["c"];

        Assert.Equal([("z", "3"), ("x", "1"), ("y", "2")], tree.Pairs.Select(static p => (p.Key, p.Value.Text)));
        Assert.Equal(("1", "2"), (tree["x"].Text, tree["y"].Text));
    }

    private static void Refused(string text, string why)
    {
        var message = Assert.Throws<InputException>(() => ContractFile.Parse(text, "c.yaml")).Message;

        Assert.DoesNotContain('\n', message);
        Assert.Contains("'c.yaml'", message, StringComparison.Ordinal);
        Assert.Contains(why, message, StringComparison.Ordinal);
    }

    private static string Multiplying(string line, int lines = 40)
    {
        var text = new StringBuilder(Head).Append("x0: &x0 [{name: q}]\n");
        for (var i = 1; i <= lines; i++) text.Append(CultureInfo.InvariantCulture, $"x{i}: &x{i} ").AppendFormat(CultureInfo.InvariantCulture, line, i - 1).Append('\n');
        return text.ToString();
    }
}
