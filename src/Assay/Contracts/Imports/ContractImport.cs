using Assays.Contracts.Odcs;
using Assays.Data;

namespace Assays.Contracts.Imports;

/// <summary>
/// Reads what other tools demand of data, as a contract: dbt's properties files, checks in SodaCL, suites of Great Expectations, Table Schemas and
/// data packages of Frictionless, and JSON Schemas. Which of them a text is, is seen from its content.
/// </summary>
/// <remarks>
/// A demand that the standard can say is said in it; one that it cannot, but SQL can, becomes a query. Any other is kept as a rule of the type
/// <c>text</c> where it stood, and named in <see cref="Contract.Warnings"/>.
/// </remarks>
public static class ContractImport
{
    /// <param name="text">The file's text, in YAML or JSON.</param>
    /// <param name="name">What the file is called; a table without a name of its own is called so too.</param>
    /// <exception cref="InputException">The text is of none of these kinds, or demands nothing.</exception>
    public static Contract Parse(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        var root = YamlTree.Parse(text, name);
        if (ContractFile.Knows(root)) throw new InputException($"'{name}' is a contract of the standard already; check with it as it is.");

        var own = Name(name);
        var (tables, tool) = root switch
        {
            _ when DbtProperties.Knows(root) => (DbtProperties.Read(root), "dbt"),
            _ when SodaChecks.Knows(root) => (SodaChecks.Read(root), "Soda"),
            _ when ExpectationSuite.Knows(root) => (ExpectationSuite.Read(root, own), "Great Expectations"),
            _ when TableSchema.Knows(root) => (TableSchema.Read(root, own), "Frictionless"),
            _ when SchemaOfJson.Knows(root) => (SchemaOfJson.Read(root, own), "JSON Schema"),
            _ => throw new InputException(
                $"'{name}' is of no kind that can be imported: dbt's schema.yml (models: …), Soda checks (checks for …:), a Great Expectations suite (expectations: …), a Frictionless Table Schema (fields: …) or a JSON Schema (properties: …)."),
        };
        if (tables.All(static t => t.IsEmpty)) throw new InputException($"'{name}' demands nothing of any table; there is no contract to write.");

        return new(own.ToLowerInvariant(), "1.0.0", "draft", [.. tables.Where(static t => !t.IsEmpty).Select(static t => t.Freeze())])
        {
            Name = own,
            Purpose = $"Imported by Assay from {Path.GetFileName(name)}, written for {tool}.",
            Warnings = [.. tables.SelectMany(static t => t.Unknown)],
        };
    }

    private static string Name(string path) => Path.GetFileName(path).Split('.')[0] is { Length: > 0 } name ? name : "table";
}
