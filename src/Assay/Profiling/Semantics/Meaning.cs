namespace Assays.Profiling.Semantics;

/// <summary>One thing that texts can mean, and how it is told: by their form, by what can be checked, and by the column's name.</summary>
/// <param name="type">The meaning.</param>
public abstract class Meaning(SemanticType type)
{
    public SemanticType Type { get; } = type;

    /// <summary>Which kind exactly, where there are several.</summary>
    public virtual string? Detail => null;

    /// <summary>Whether such values are about persons.</summary>
    public virtual bool IsPersonal => false;

    /// <summary>Whether the form alone is so common that the name must speak for it too.</summary>
    public virtual bool NeedsName => false;

    /// <summary>Distinct values below which the form alone proves nothing.</summary>
    public virtual int DistinctNeeded => 2;

    /// <summary>Whether what fits stands in a list, so that it is a value of its own however near another is.</summary>
    public virtual bool IsListed => false;

    /// <summary>Whether a column's name speaks for it.</summary>
    public virtual bool IsNamed(ColumnName name) => false;

    /// <summary>Whether a value has the form.</summary>
    public abstract bool Looks(ReadOnlySpan<char> value);

    /// <summary>Whether a value has the form and passes what can be checked: check digits, lists of codes.</summary>
    public virtual bool Fits(ReadOnlySpan<char> value) => Looks(value);
}
