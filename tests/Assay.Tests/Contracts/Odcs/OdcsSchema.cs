using System.Globalization;
using System.Text.Json.Nodes;
using Assays.Contracts;
using Assays.Contracts.Odcs;
using Assays.Tests.Architecture;
using NJsonSchema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Assays.Tests.Contracts.Odcs;

/// <summary>What the standard says of contracts that Assay writes, as a JSON Schema written for these tests.</summary>
internal static class OdcsSchema
{
    private static readonly Lazy<Task<JsonSchema>> Subset =
        new(static () => JsonSchema.FromFileAsync(Path.Combine(SourceTree.Root.FullName, "tests", "Assay.Tests", "Contracts", "Odcs", "odcs-subset.schema.json")));

    /// <summary>What a contract does that the standard does not allow.</summary>
    public static async Task<string[]> ComplaintsAsync(Contract contract)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(ContractWriter.Write(contract)));
        return [.. (await Subset.Value).Validate(Json(yaml.Documents[0].RootNode)!.ToJsonString()).Select(static error => error.ToString())];
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(static c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Json(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: not ScalarStyle.Plain } text => text.Value,
        YamlScalarNode { Value: "true" or "false" } flag => flag.Value == "true",
        YamlScalarNode scalar when double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            number == Math.Floor(number) && Math.Abs(number) < 1e15 ? (JsonNode)(long)number : number,
        YamlScalarNode scalar => scalar.Value,
        _ => null,
    };
}
