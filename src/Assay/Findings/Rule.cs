namespace Assays.Findings;

/// <summary>What a detector looks for, told once: the catalogue, the docs and the reports all read it here.</summary>
/// <param name="Id">Stable for ever: <c>AS0101</c>. Never renumbered, never reused.</param>
/// <param name="Name">The detector's name in reports: <c>missing-values</c>.</param>
/// <param name="Title">A few words for a person.</param>
/// <param name="Dimension">The dimension of quality that a finding lowers.</param>
/// <param name="Severity">How bad a finding is unless it says otherwise.</param>
public sealed record Rule(string Id, string Name, string Title, Dimension Dimension, Severity Severity);

/// <summary>The dimensions of data quality, named as in ODCS and DAMA where they have a name.</summary>
public enum Dimension { Completeness, Validity, Consistency, Uniqueness, Timeliness, Plausibility, LabelQuality, Stability }

/// <summary>How bad a finding is: a note lowers no grade, a warning should be looked at, an error breaks what is built on the data.</summary>
public enum Severity { Note, Warning, Error }
