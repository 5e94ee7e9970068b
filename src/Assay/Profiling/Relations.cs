using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Profiling;

/// <summary>What holds between columns, found on the sample.</summary>
public sealed record Relations
{
    public static Relations None { get; } = new();

    /// <summary>Sets of columns that identify a row; smallest first.</summary>
    public ImmutableArray<CandidateKey> Keys { get; init; } = [];

    /// <summary>Columns that (nearly) determine another.</summary>
    public ImmutableArray<Dependency> Dependencies { get; init; } = [];

    /// <summary>Pairs of columns that say something about each other; strongest first.</summary>
    public ImmutableArray<Association> Associations { get; init; } = [];

    /// <summary>Columns that are (nearly) the sum or product of others.</summary>
    public ImmutableArray<ArithmeticRelation> Arithmetic { get; init; } = [];

    /// <summary>Pairs of columns where one is (nearly) never above the other.</summary>
    public ImmutableArray<OrderRelation> Orders { get; init; } = [];

    /// <summary>Columns that are missing in the same rows.</summary>
    public ImmutableArray<MissingTogether> MissingTogether { get; init; } = [];
}

/// <param name="Columns">The columns that identify a row together.</param>
/// <param name="UniqueShare">The share of sampled rows whose combination occurs once; 1 for a key without fault.</param>
public sealed record CandidateKey(ImmutableArray<Column> Columns, double UniqueShare);

/// <summary>One column, or two, that determine another in nearly all rows.</summary>
/// <param name="Determinants">The columns on the left.</param>
/// <param name="Dependent">The column on the right.</param>
/// <param name="Confidence">The share of rows, in groups of two or more, that hold their group's usual value.</param>
/// <param name="Chance">The same share expected if the columns had nothing to do with each other.</param>
/// <param name="Groups">Groups of two rows or more.</param>
/// <param name="Violations">Rows that do not hold their group's usual value.</param>
public sealed record Dependency(ImmutableArray<Column> Determinants, Column Dependent, double Confidence, double Chance, int Groups, int Violations);

/// <param name="Measure">What <paramref name="Strength"/> is: <c>spearman</c>, <c>cramers-v</c> or <c>correlation-ratio</c>.</param>
/// <param name="Strength">0 (nothing) to 1 (everything); Spearman from -1.</param>
public sealed record Association(Column Left, Column Right, string Measure, double Strength);

/// <summary><paramref name="Result"/> = the sum, or the product, of <paramref name="Terms"/>.</summary>
/// <param name="Share">The share of complete rows in which it holds within <paramref name="Tolerance"/>.</param>
/// <param name="Tolerance">The rounding that is allowed, in the result's unit.</param>
public sealed record ArithmeticRelation(Column Result, ImmutableArray<Column> Terms, bool IsProduct, double Share, double Tolerance);

/// <summary><paramref name="Low"/> ≤ <paramref name="High"/> in nearly all rows.</summary>
/// <param name="Share">The share of complete rows in which it holds.</param>
public sealed record OrderRelation(Column Low, Column High, double Share);

/// <param name="Share">The share of rows with any of them missing in which all are.</param>
public sealed record MissingTogether(ImmutableArray<Column> Columns, double Share, long Rows);
