using Assays.Contracts.Imports;
using Assays.Data;

namespace Assays.Tests.Contracts.Imports;

public sealed class ContractImportTests
{
    [Theory]
    [InlineData("models: [{name: t, columns: [{name: a}]}]", "dbt")]
    [InlineData("checks for t: [row_count > 0]", "Soda")]
    [InlineData("{\"expectations\": [{\"type\": \"expect_column_to_exist\", \"kwargs\": {\"column\": \"a\"}}]}", "Great Expectations")]
    [InlineData("{\"fields\": [{\"name\": \"a\"}]}", "Frictionless")]
    [InlineData("{\"type\": \"object\", \"properties\": {\"a\": {}}}", "JSON Schema")]
    public void TheKindOfAFile_IsSeenFromItsContent(string text, string tool) =>
        Assert.Contains(tool, ContractImport.Parse(text, "any.thing").Purpose, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("a: 1")]
    [InlineData("[1, 2]")]
    [InlineData("models: []")]
    [InlineData("checks for t: []")]
    [InlineData("apiVersion: v3.1.0\nkind: DataContract")]
    public void WhatCannotBeImported_IsRefusedInOneLine(string text) =>
        Assert.DoesNotContain('\n', Assert.Throws<InputException>(() => ContractImport.Parse(text, "x.yml")).Message);
}
