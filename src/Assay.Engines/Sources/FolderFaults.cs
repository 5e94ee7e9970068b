using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;

namespace Assays.Engines.Sources;

/// <summary>What is wrong with several files that are read as one table: the faults of each, and how their columns differ.</summary>
internal static class FolderFaults
{
    private const int MaxRows = 1_000;
    private const int Mentions = 4;

    /// <param name="parts">The files in their order.</param>
    /// <param name="keys">All their columns.</param>
    /// <param name="empty">Files left out because there is nothing in them.</param>
    /// <param name="columns">The columns of the table, the first of them in the order of <paramref name="keys"/>.</param>
    public static ImmutableArray<StructureFault> Of(
        ImmutableArray<SourcePart> parts, List<(string Name, int Again)> keys, int empty, ImmutableArray<ReadColumn> columns)
    {
        var faults = parts
            .SelectMany(part => part.Reading.Structure.Faults.Select(fault => (Part: part, Fault: fault, At: ColumnOf(part, fault))))
            .GroupBy(static f => (f.Fault.Kind, f.At))
            .Select(group => new StructureFault(
                group.Key.Kind, group.Sum(static f => f.Fault.Count),
                [.. group.SelectMany(static f => f.Fault.Rows.Select(row => row + f.Part.Offset)).Take(MaxRows)],
                Listed(group.Select(static f => $"'{f.Part.File.Name}': {f.Fault.Detail.TrimEnd('.')}").ToList()))
            {
                Column = group.Key.At is { } key && keys.IndexOf(key) is var at and >= 0
                    ? new(at, columns[at].Name, columns[at].Field, ColumnKind.Text)
                    : null,
            });
        var differing = Differing(parts, keys, empty);
        return differing is null ? [.. faults] : [.. faults, differing];
    }

    private static (string, int)? ColumnOf(SourcePart part, StructureFault fault) => fault.Column is { } column ? part.Columns[column.Ordinal].Key : null;

    private static StructureFault? Differing(ImmutableArray<SourcePart> parts, List<(string Name, int Again)> keys, int empty)
    {
        var told = new List<string>();
        var odd = new HashSet<SourcePart>(ReferenceEqualityComparer.Instance);
        if (empty > 0) told.Add(string.Create(CultureInfo.InvariantCulture, $"{empty:N0} {(empty == 1 ? "file is" : "files are")} empty"));
        foreach (var key in keys)
        {
            var having = parts.Where(p => p.Find(key) is not null).ToList();
            var lacking = parts.Where(p => p.Find(key) is null).ToList();
            if (lacking.Count > 0) Tell(having.Count <= lacking.Count ? having : lacking, having.Count <= lacking.Count ? "is only in" : "is not in", key.Name);
            var types = having.GroupBy(p => p.Find(key)!.Type).OrderByDescending(static g => g.Count()).ToList();
            foreach (var type in types.Skip(1)) Tell([.. type], $"is {type.Key} and not {types[0].Key} in", key.Name);
        }

        if (told.Count == 0) return null;
        var first = odd.OrderBy(static p => p.Offset).Where(static p => p.Rows > 0).Select(static p => p.Offset).Take(MaxRows);
        return new(StructureFaultKind.DifferingFiles, Math.Max(1, odd.Sum(static p => p.Rows)), [.. first], Listed(told));

        void Tell(List<SourcePart> files, string how, string name)
        {
            odd.UnionWith(files);
            var more = files.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {files.Count - 1:N0} more") : "";
            told.Add($"'{name}' {how} '{files[0].File.Name}'{more}");
        }
    }

    private static string Listed(List<string> told)
    {
        var more = told.Count > Mentions ? string.Create(CultureInfo.InvariantCulture, $"; and {told.Count - Mentions:N0} more") : "";
        return string.Join("; ", told.Take(Mentions)) + more;
    }
}
