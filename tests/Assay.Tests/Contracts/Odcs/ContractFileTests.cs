using System.Collections.Immutable;
using System.Globalization;
using Assays.Contracts;
using Assays.Contracts.Clauses;
using Assays.Contracts.Odcs;
using Assays.Data;
using Assays.Findings;
using CsCheck;

namespace Assays.Tests.Contracts.Odcs;

public sealed class ContractFileTests
{
    private const string Head = "apiVersion: v3.1.0\nkind: DataContract\nid: x\nversion: 1.0.0\nstatus: active\n";

    private static readonly Gen<string> Text = Gen.OneOf(Gen.String[Gen.Char["ab'\"\\:#-{}[]\n\té 1"], 1, 10], Gen.Const("no"), Gen.Const("null"), Gen.Const("1e3"), Gen.Const("~"));

    private static readonly Gen<QualityRule> Rule =
        from kind in Gen.Enum<RuleKind>()
        from description in kind is RuleKind.Text ? Text.Select(static t => (string?)t) : Text.Null()
        from dimension in Choose.One<string?>(null, "accuracy", "completeness", "conformity", "consistency", "coverage", "timeliness", "uniqueness")
        from severity in Choose.One<string?>(null, "info", "warning", "error")
        from values in Text.Array[0, 3]
        from low in Gen.Int[-5, 5]
        from operation in Gen.Enum<Operator>()
        from percent in Gen.Bool
        select new QualityRule(kind)
        {
            Description = description,
            Dimension = dimension,
            Severity = severity,
            Metric = kind is RuleKind.Library ? "invalidValues" : kind is RuleKind.Custom ? OwnRule.Mean : null,
            Arguments = new() { ValidValues = kind is RuleKind.Library or RuleKind.Custom ? [.. values] : [] },
            Expectation = kind is RuleKind.Text ? null : operation is Operator.MustBeBetween or Operator.MustNotBeBetween ? new(operation, low, low + 1.5) : new(operation, low),
            InPercent = kind is not RuleKind.Text && percent,
            Query = kind is RuleKind.Sql ? "SELECT 1" : null,
            Engine = kind is RuleKind.Custom ? OwnRule.Engine : null,
        };

    private static readonly Gen<ContractColumn> Column =
        from name in Text
        from type in Choose.One<string?>(null, "number", "integer", "string", "date", "timestamp", "time", "boolean")
        from minimum in Gen.Int[-9, 9].Nullable()
        from required in Gen.Bool
        from rules in Rule.Array[0, 3]
        select new ContractColumn(name)
        {
            LogicalType = type,
            Required = required,
            Options = type switch
            {
                "number" or "integer" => new() { Minimum = minimum?.ToString(CultureInfo.InvariantCulture), ExclusiveMaximum = "1E+20", MultipleOf = 0.5 },
                "string" => new() { Pattern = "^a\\b$", MaxLength = 3 },
                "date" or "timestamp" or "time" => new() { Format = "dd.MM.yyyy", ExclusiveMinimum = "2024-01-01" },
                _ => TypeOptions.None,
            },
            Quality = [.. rules],
        };

    private static readonly Gen<Contract> Any =
        from columns in Column.Array[1, 4]
        from rules in Rule.Array[0, 3]
        select new Contract("id", "1.0.0", "draft", [new("t", [.. columns]) { Description = "no", Quality = [.. rules] }]) { Name = "yes", Purpose = "a: b" };

    [Fact]
    public void AContract_ReadsBackAsItWasWritten() => Any.Sample(static contract =>
    {
        var text = ContractWriter.Write(contract);
        var read = ContractFile.Parse(text, "test");

        Assert.Equal(text, ContractWriter.Write(read));
        Assert.Equal(contract.Tables[0].Columns.Select(static c => c with { Quality = [] }), read.Tables[0].Columns.Select(static c => c with { Quality = [] }));
        Assert.Equal(Rules(contract), Rules(read));
        Assert.Empty(read.Warnings);
    }, iter: 300);

    [Fact]
    public Task AContract_IsWrittenAsTheStandardWantsIt() => Any.SampleAsync(static async contract => Assert.Empty(await OdcsSchema.ComplaintsAsync(contract)), iter: 100, threads: 1);

    [Fact]
    public void TwoComparisons_BecomeTwoRules()
    {
        var rules = ContractFile.Parse(Head + "schema: [{name: t, quality: [{metric: rowCount, mustBeGreaterThan: 1, mustBeLessThan: 9}]}]", "test").Tables[0].Quality;

        Assert.Equal([new Expectation(Operator.MustBeGreaterThan, 1), new Expectation(Operator.MustBeLessThan, 9)], rules.Select(static r => r.Expectation));
    }

    [Theory]
    [InlineData("{type: library, rule: nullValues, mustBe: 0, dimension: cp}", "nullValues", "completeness")]
    [InlineData("{metric: duplicateValues, mustBeBetween: [3, 3], dimension: uniqueness}", "duplicateValues", "uniqueness")]
    public void OlderAndShorterWords_AreUnderstood(string rule, string metric, string dimension)
    {
        var read = Assert.Single(ContractFile.Parse($"{Head}schema: [{{name: t, properties: [{{name: a, quality: [{rule}]}}]}}]", "test").Tables[0].Columns[0].Quality);

        Assert.Equal((metric, dimension, Operator.MustBe), (read.Metric, read.Dimension, read.Expectation!.Operator));
    }

    [Theory]
    [InlineData("slaProperties: [{property: latency, value: 4}]", "latency")]
    [InlineData("schema: [{name: t, relationships: [{from: a, to: b.c}]}]", "relationship")]
    [InlineData("schema: [{name: t, properties: [{name: a, relationships: [{to: b.c}]}]}]", "b.c")]
    [InlineData("schema: [{name: t, properties: [{name: a, logicalTypeOptions: {timezone: true}}]}]", "timezone")]
    [InlineData("schema: [{name: t, properties: [{name: a, items: {logicalType: string}}]}]", "list")]
    [InlineData("schema: [{name: t, quality: [{metric: rowCount, mustBe: many}]}]", "many")]
    [InlineData("schema: [{name: t, quality: [{metric: rowCount, mustBe: 3, unit: bytes}]}]", "bytes")]
    [InlineData("schema: [{name: t, quality: [{metric: rowCount, mustBe: 3, dimension: beauty}]}]", "beauty")]
    [InlineData("schema: [{name: t, quality: [{metric: rowCount, mustBe: 3, arguments: {filter: 'x > 1'}}]}]", "filter")]
    [InlineData("schema: [{name: t, quality: [{metric: rowCount, mustBe: 3, schedule: '0 20 * * *'}]}]", "schedule")]
    [InlineData("schema: [{name: t, quality: [{type: prayer}]}]", "prayer")]
    public void WhatIsNotChecked_IsSaid(string part, string word) =>
        Assert.Contains(ContractFile.Parse(Head + part, "test").Warnings, warning => warning.Contains(word, StringComparison.Ordinal));

    [Fact]
    public void AnExclusiveBound_IsAFlagIn30_AndABoundIn31()
    {
        var flag = Options("exclusiveMaximum: true, maximum: 5");
        var bound = Options("exclusiveMaximum: 5");

        Assert.Equal(bound, flag);
        Assert.Equal(("5", (string?)null), (bound.ExclusiveMaximum, bound.Maximum));
    }

    [Fact]
    public void NestedProperties_AreColumnsWithDots()
    {
        var contract = ContractFile.Parse(Head + "schema: [{name: t, properties: [{name: a, logicalType: object, properties: [{name: b}, {name: c}]}]}]", "test");

        Assert.Equal(["a.b", "a.c"], contract.Tables[0].Columns.Select(static c => c.Name));
    }

    [Fact]
    public void ALaterVersion_IsReadWithAWarning() =>
        Assert.Contains("v3.7.0", Assert.Single(ContractFile.Parse(Head.Replace("v3.1.0", "v3.7.0", StringComparison.Ordinal), "test").Warnings), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("just words")]
    [InlineData("a: [1, 2")]
    [InlineData("{\"kind\": \"DataContract\"}")]
    [InlineData("apiVersion: v2.2.2\nkind: DataContract")]
    [InlineData(Head + "schema: [{properties: []}]")]
    [InlineData(Head + "schema: [{name: t, properties: [{logicalType: string}]}]")]
    public void WhatIsNoContract_IsRefusedInOneLine(string text) =>
        Assert.DoesNotContain('\n', Assert.Throws<InputException>(() => ContractFile.Parse(text, "c.yaml")).Message);

    [Fact]
    public void AContractInJson_IsReadToo() =>
        Assert.Equal("t", ContractFile.Parse("""{"apiVersion":"v3.1.0","kind":"DataContract","id":"x","version":"1","status":"a","schema":[{"name":"t","properties":[{"name":"a"}]}]}""", "c.json").Tables[0].Name);

    /// <summary>Everything that the standard's own examples use, in one contract: what is checked is checked, and the rest does not hinder it.</summary>
    [Fact]
    public async Task AContractWithEveryPartOfTheStandard_IsReadAndChecked()
    {
        var contract = ContractFile.Parse(EveryPart, "parcels.odcs.yaml").Only("parcels_1");
        await using var opened = await TextTable.OpenAsync("""
            shp_dt,depot,country,amount,pieces,scanned,fragile,labels,receiver
            2024-01-01,D001,FR,1.5,1,2024-01-01 10:00:00,true,"[]",{}
            2024-01-02,D002,DE,2.5,2,2024-01-01 10:00:00,false,[],{}
            2019-01-03,D0031,XX,-1,100,2024-01-01T10:00:00,maybe,[],{}

            """);

        var outcomes = await ContractChecker.CheckAsync(opened.Table, ClauseCompiler.Compile(contract.Tables[0], opened.Table.Schema), TestContext.Current.CancellationToken);

        Assert.Empty(outcomes.OfType<Outcome.Failed>());
        Assert.Equal(["amount", "country", "depot", "fragile", "pieces", "scanned", "shp_dt"], outcomes.OfType<Outcome.Ran>().SelectMany(static r => r.Findings).Select(static f => f.Columns[0].Label).Order(StringComparer.Ordinal));
        Assert.Equal(["a rule of 'country'", "type: duplicate_percent …"], outcomes.OfType<Outcome.Skipped>().Select(static s => s.Rule.Title));
        Assert.Null(contract.Tables[0].Columns[0].PrimaryKeyPosition);
        Assert.Contains(contract.Warnings, static w => w.Contains("relationship", StringComparison.Ordinal));
        Assert.Empty(await OdcsSchema.ComplaintsAsync(contract));
    }

    [Fact]
    public void ATableThatTheContractLacks_IsSaidWithThoseItHas() =>
        Assert.Contains("parcels, depots", Assert.Throws<InputException>(static () => ContractFile.Parse(EveryPart, "c.yaml").Only("planes")).Message, StringComparison.Ordinal);

    private static IEnumerable<QualityRule> Rules(Contract contract) => contract.Tables[0].Quality.Concat(contract.Tables[0].Columns.SelectMany(static c => c.Quality));

    private static TypeOptions Options(string options) =>
        ContractFile.Parse($"{Head}schema: [{{name: t, properties: [{{name: a, logicalType: number, logicalTypeOptions: {{{options}}}}}]}}]", "test").Tables[0].Columns[0].Options;

    private const string EveryPart = """
        domain: shipping # what it is about
        dataProduct: parcels
        version: 1.1.0
        status: active
        id: 0f7e8a52-0000-4000-8000-000000000001
        description:
          purpose: Parcels as the scanners see them.
          limitations: No returns.
          usage: Forecasts
          authoritativeDefinitions: [{type: privacy-statement, url: https://example.com/privacy.pdf}]
        tenant: Example
        kind: DataContract
        apiVersion: v3.1.0
        servers: [{server: main, type: postgres, host: localhost, port: 5432, database: parcels, schema: public}]
        schema:
        - name: parcels
          physicalName: parcels_1
          physicalType: table
          businessName: Parcels
          tags: [core]
          dataGranularityDescription: one row a parcel
          relationships:
          - {type: foreignKey, from: [parcels.depot, parcels.country], to: [depots.id, depots.country], customProperties: [{property: cardinality, value: many-to-one}]}
          properties:
          - name: shipped
            physicalName: shp_dt
            primaryKey: false
            primaryKeyPosition: -1
            logicalType: date
            physicalType: date
            required: false
            partitioned: true
            partitionKeyPosition: 1
            criticalDataElement: false
            tags: []
            classification: public
            transformSourceObjects: [raw_1, raw_2]
            transformLogic: select day from raw_1 where x=date-3
            examples: ["2024-10-03"]
            logicalTypeOptions: {exclusiveMinimum: "2020-01-01", maximum: "2026-01-01", format: yyyy-MM-dd}
            customProperties: [{property: anonymizationStrategy, value: none}]
          - name: depot
            primaryKey: true
            primaryKeyPosition: 1
            logicalType: string
            physicalType: varchar(18)
            relationships: [{to: depots.id, type: foreignKey}]
            logicalTypeOptions: {minLength: 4, maxLength: 4, pattern: "D[0-9]{3}"}
          - name: country
            primaryKey: false
            primaryKeyPosition: -1
            logicalType: string
            encryptedName: country_encrypted
            quality:
            - {metric: nullValues, mustBe: 0, description: it is always known, dimension: completeness, type: library, severity: error, businessImpact: operational, schedule: 0 20 * * *, scheduler: cron, customProperties: [{property: FIELD_NAME, value: }]}
            - metric: invalidValues
              mustBeLessOrEqualTo: 5
              unit: percent
              arguments: {validValues: [FR, DE, null, ""]}
              dimension: conformity
            - {type: custom, engine: soda, dimension: uniqueness, implementation: {type: duplicate_percent, columns: [depot, country], must_be_less_than: 1.0}}
            - {type: custom, engine: soda, implementation: "type: duplicate_percent\ncolumns:\n  - depot\nmust_be_less_than: 1.0\n"}
          - {name: amount, logicalType: number, physicalType: double, logicalTypeOptions: {minimum: 0, format: f32}}
          - {name: pieces, logicalType: integer, logicalTypeOptions: {minimum: 1, exclusiveMaximum: 100, format: i64}}
          - {name: scanned, logicalType: date, physicalType: timestamp, logicalTypeOptions: {minimum: "2020-01-01 00:00:00", format: "yyyy-MM-dd HH:mm:ss"}}
          - {name: fragile, logicalType: boolean}
          - {name: labels, logicalType: array, logicalTypeOptions: {minItems: 0, maxItems: 3, uniqueItems: true}}
          - {name: receiver, logicalType: object, logicalTypeOptions: {required: [name], maxProperties: 5}}
          quality:
          - {metric: rowCount, mustBeGreaterThan: 2, type: library, dimension: completeness, method: reconciliation, severity: error, businessImpact: operational}
          customProperties: [{property: business-key, value: [shipped, depot]}]
        - name: depots
          physicalName: depots_master
          properties:
          - {name: id, primaryKey: true, primaryKeyPosition: 1, logicalType: string, required: true, unique: true}
          - {name: country, primaryKey: true, primaryKeyPosition: 2, logicalType: string, required: true}
        price: {priceAmount: 9.95, priceCurrency: USD, priceUnit: megabyte}
        team: [{username: ada, role: Owner, dateIn: "2022-08-02", dateOut: "2022-10-01", replacedByUsername: grace}]
        roles: [{role: reader, access: read, firstLevelApprovers: Ada}]
        slaDefaultElement: parcels.shp_dt
        slaProperties: [{property: latency, value: 4, unit: d, element: parcels.shp_dt}, {property: frequency, value: 1, valueExt: 1, unit: d}]
        support: [{channel: '#help', tool: slack, url: https://example.com/help}]
        tags: [parcels]
        customProperties: [{property: cluster, value: [a]}]
        contractCreatedTs: "2022-11-15T02:59:43+00:00"
        """;
}
