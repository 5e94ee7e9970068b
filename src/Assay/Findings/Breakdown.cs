using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Findings;

/// <summary>A comparison taken apart: along time, or by groups of rows.</summary>
/// <param name="By">The column that takes it apart.</param>
/// <param name="Period">Along time: what one part covers, <c>day</c>; none of groups.</param>
/// <param name="Parts">The parts: along time in its order, else the largest first.</param>
/// <param name="Columns">What was measured of each other column, one figure for each part.</param>
/// <param name="Changes">What changed when, or in which groups, in words.</param>
public sealed record Breakdown(
    Column By, string? Period, ImmutableArray<BreakdownPart> Parts, ImmutableArray<BreakdownColumn> Columns, ImmutableArray<string> Changes);

/// <summary>A period, or a group of rows.</summary>
/// <param name="Name">The period's date, or the group's value.</param>
/// <param name="Rows">Rows of the current table in it; estimated when the table was sampled.</param>
/// <param name="ReferenceRows">Rows of the reference in it.</param>
public sealed record BreakdownPart(string Name, long Rows, long ReferenceRows);

/// <summary>One column over the parts; a figure is not a number where the part has none.</summary>
/// <param name="Column">The column.</param>
/// <param name="IsSeasonal">Whether periods are compared with those of the reference that come round with them, as Mondays with Mondays.</param>
/// <param name="Effects">How far the part lies from the reference: the largest difference of shares, 0 to 1. A group is compared with the same group.</param>
/// <param name="MissingShares">The share of missing values.</param>
/// <param name="Means">The mean of numbers.</param>
public sealed record BreakdownColumn(
    Column Column, bool IsSeasonal, ImmutableArray<double> Effects, ImmutableArray<double> MissingShares, ImmutableArray<double> Means);
