using System.Collections.Immutable;

namespace Assays.Explaining;

/// <summary>A heading and its paragraphs, in plain words.</summary>
public sealed record ExplanationSection(string Heading, ImmutableArray<string> Paragraphs);
