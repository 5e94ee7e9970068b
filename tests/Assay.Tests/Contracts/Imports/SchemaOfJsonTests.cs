using Assays.Contracts.Imports;

namespace Assays.Tests.Contracts.Imports;

public sealed class SchemaOfJsonTests
{
    private const string Event = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "Reading",
          "type": "object",
          "required": ["sensor", "at", "place"],
          "additionalProperties": false,
          "properties": {
            "sensor": {"type": "string", "format": "uuid"},
            "at": {"type": "string", "format": "date-time"},
            "value": {"type": ["number", "null"], "exclusiveMinimum": -273.15, "maximum": 100},
            "unit": {"$ref": "#/$defs/unit"},
            "place": {"type": "object", "required": ["floor"], "properties": {"floor": {"type": "integer", "multipleOf": 2}, "room": {"type": "string", "maxLength": 3}}},
            "tags": {"type": "array", "items": {"type": "string"}},
            "kind": {"oneOf": [{"const": "a"}, {"const": "b"}]},
            "link": {"$ref": "https://example.org/link.json"}
          },
          "$defs": {"unit": {"type": "string", "enum": ["C", "K"]}}
        }
        """;

    private const string Head = "sensor,at,value,unit,place.floor,place.room,tags,kind,link\n";
    private const string Good = Head + "123e4567-e89b-12d3-a456-426614174000,2024-05-01T10:00:00Z,20.5,C,2,b,,a,\n123e4567-e89b-12d3-a456-426614174000,2024-05-01T10:00:00Z,,K,4,,,a,\n";

    [Fact]
    public async Task AnOrdinarySchema_BecomesAContractThatGoodDataKeep() => Assert.Empty(await ImportTrial.BrokenAsync(Event, Good));

    [Theory]
    [InlineData("17,2024-05-01T10:00:00Z,20.5,C,2,b,,a,")]
    [InlineData("123e4567-e89b-12d3-a456-426614174000,today,20.5,C,2,b,,a,")]
    [InlineData("123e4567-e89b-12d3-a456-426614174000,2024-05-01T10:00:00Z,-273.15,C,2,b,,a,")]
    [InlineData("123e4567-e89b-12d3-a456-426614174000,2024-05-01T10:00:00Z,0,F,2,b,,a,")]
    [InlineData("123e4567-e89b-12d3-a456-426614174000,2024-05-01T10:00:00Z,0,C,3,b,,a,")]
    [InlineData("123e4567-e89b-12d3-a456-426614174000,2024-05-01T10:00:00Z,0,C,,b,,a,")]
    [InlineData("123e4567-e89b-12d3-a456-426614174000,2024-05-01T10:00:00Z,0,C,2,attic,,a,")]
    public async Task AWrongRow_BreaksItsKeyword(string row) => Assert.Single(await ImportTrial.BrokenAsync(Event, Good + row + "\n"));

    [Fact]
    public void WhatHasNoCounterpart_IsListed()
    {
        var warnings = string.Join('\n', ContractImport.Parse(Event, "reading.json").Warnings);

        foreach (var word in (string[])["array", "items", "oneOf", "link.json", "no other properties"]) Assert.Contains(word, warnings, StringComparison.Ordinal);
    }
}
