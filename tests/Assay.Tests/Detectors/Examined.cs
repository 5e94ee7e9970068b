using System.Collections.Immutable;
using Assays.Data;
using Assays.Detectors;
using Assays.Profiling;

namespace Assays.Tests.Detectors;

/// <summary>Makes an <see cref="Examination"/> from a table written in a few lines.</summary>
internal static class Examined
{
    /// <summary>The time at which tests look at their tables.</summary>
    public static DateTime Now { get; } = new(2024, 6, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>A table of one column.</summary>
    public static Examination Column(string name, IEnumerable<string?> values) => Table([name], [.. values.Select(static value => new[] { value })]);

    /// <summary>A table given as rows, with the profile that they give.</summary>
    public static Examination Table(string[] names, IReadOnlyList<string?[]> rows)
    {
        var sample = Sample.Of(names, rows);
        return new(new("CSV"), Profiler.Profile(sample), sample, Now);
    }

    /// <summary>The same table with what holds between its columns.</summary>
    public static Examination Related(this Examination examination)
    {
        var relations = RelationFinder.Find(examination.Sample, examination.Profile, cancellationToken: TestContext.Current.CancellationToken);
        return examination with { Profile = examination.Profile with { Relations = relations } };
    }

    /// <summary>The same table with more known of one column.</summary>
    public static Examination With(this Examination examination, string column, Func<ColumnProfile, ColumnProfile> change)
    {
        var at = examination.Schema.Find(column)!.Ordinal;
        var profile = examination.Profile;
        return examination with { Profile = profile with { Columns = profile.Columns.SetItem(at, change(profile.Columns[at])) } };
    }

    /// <summary>The same table, read from a file with faults.</summary>
    public static Examination With(this Examination examination, params ImmutableArray<StructureFault> faults) =>
        examination with { Structure = examination.Structure with { Faults = faults } };

    /// <summary>Numbers of a table's rows.</summary>
    public static IEnumerable<int> Rows(int count) => Enumerable.Range(0, count);
}
