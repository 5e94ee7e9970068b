using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Contracts;

/// <summary>
/// What data must be, as the Open Data Contract Standard 3.1 says it: tables, their columns, and rules about both. Read with
/// <see cref="Odcs.ContractFile"/>, suggested from data by <see cref="Inference.ContractSuggester"/>, checked by <see cref="ContractChecker"/>.
/// </summary>
/// <param name="Id">A stable identifier.</param>
/// <param name="Version">The version of this contract, in the words of its owner.</param>
/// <param name="Status">Such as <c>draft</c> or <c>active</c>.</param>
/// <param name="Tables">The tables that it speaks of.</param>
public sealed record Contract(string Id, string Version, string Status, ImmutableArray<ContractTable> Tables)
{
    /// <summary>The version of the standard that Assay writes.</summary>
    public const string Standard = "v3.1.0";

    public string ApiVersion { get; init; } = Standard;

    public string? Name { get; init; }

    /// <summary>What the contract is for, in words.</summary>
    public string? Purpose { get; init; }

    /// <summary>What could not be understood or will not be checked, in words; shown to the user, never dropped silently.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>The contract of one of its tables alone.</summary>
    /// <exception cref="InputException">None has the name.</exception>
    public Contract Only(string name) => this with
    {
        Tables = [Tables.FirstOrDefault(t => t.Name == name || t.PhysicalName == name)
            ?? throw new InputException($"The contract has no table '{name}'. It has: {string.Join(", ", Tables.Select(static t => t.Name))}.")],
    };

    /// <summary>The table that is meant by a name, or the only one.</summary>
    /// <returns>None when there are several and none has the name.</returns>
    public ContractTable? Find(string? name) =>
        Tables.FirstOrDefault(t => name is not null && (t.Name == name || t.PhysicalName == name)) ?? (Tables.Length == 1 ? Tables[0] : null);
}

/// <summary>A table and what must hold in it.</summary>
public sealed record ContractTable(string Name, ImmutableArray<ContractColumn> Columns)
{
    public string? PhysicalName { get; init; }
    public string? Description { get; init; }

    /// <summary>Rules about the whole table, or about several columns together.</summary>
    public ImmutableArray<QualityRule> Quality { get; init; } = [];
}

/// <summary>A column and what its values must be.</summary>
/// <param name="Name">Its name in the contract; in the data it may be called by <see cref="PhysicalName"/>.</param>
public sealed record ContractColumn(string Name)
{
    public string? PhysicalName { get; init; }

    /// <summary>One of the standard's types: string, date, timestamp, time, number, integer, object, array, boolean.</summary>
    public string? LogicalType { get; init; }

    public string? PhysicalType { get; init; }
    public string? Description { get; init; }
    public string? Classification { get; init; }

    /// <summary>Whether every row must have a value. A text without characters is no value.</summary>
    public bool Required { get; init; }

    public bool Unique { get; init; }

    /// <summary>The 1-based position in the primary key; none for columns outside of it.</summary>
    public int? PrimaryKeyPosition { get; init; }

    public TypeOptions Options { get; init; } = TypeOptions.None;

    public ImmutableArray<QualityRule> Quality { get; init; } = [];
}

/// <summary>Limits on the values of a column; bounds are texts because dates have them too.</summary>
public sealed record TypeOptions
{
    public static TypeOptions None { get; } = new();

    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }

    /// <summary>A regular expression that some part of a value must match.</summary>
    public string? Pattern { get; init; }

    /// <summary>For texts a kind such as <c>email</c> or <c>uuid</c>; for dates a format in the letters of Java's DateTimeFormatter.</summary>
    public string? Format { get; init; }

    public string? Minimum { get; init; }
    public string? Maximum { get; init; }
    public string? ExclusiveMinimum { get; init; }
    public string? ExclusiveMaximum { get; init; }
    public double? MultipleOf { get; init; }
}
