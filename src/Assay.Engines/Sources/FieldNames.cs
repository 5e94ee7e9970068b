using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Assays.Engines.Sources;

/// <summary>Gives any list of names from a source a name that the engine can use for each: not empty, without control characters, unique whatever the case.</summary>
internal static class FieldNames
{
    private const int Longest = 120;

    /// <summary>Names that mean something else inside the engine.</summary>
    private static readonly string[] Reserved = ["rowid", "file_row_number", "file_index", "filename"];

    public static ImmutableArray<ReadColumn> Of(IReadOnlyList<string> names)
    {
        var taken = new HashSet<string>(Reserved, StringComparer.OrdinalIgnoreCase);
        var wanted = names.Select(Clean).ToArray();
        var columns = ImmutableArray.CreateBuilder<ReadColumn>(names.Count);
        // A name that stands for itself goes before one that must be changed, so that "a", "a", "a_2" keeps its third.
        var owners = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i].Length > 0 && !taken.Contains(wanted[i])) owners.TryAdd(wanted[i], i);
        }

        taken.UnionWith(owners.Keys);
        for (var i = 0; i < wanted.Length; i++)
        {
            var field = wanted[i];
            if (field.Length == 0 || !owners.TryGetValue(field, out var owner) || owner != i)
            {
                field = Free(field.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"column{i + 1}") : field, taken);
            }

            columns.Add(new(names[i], field));
        }

        return columns.ToImmutable();
    }

    private static string Free(string stem, HashSet<string> taken)
    {
        if (taken.Add(stem)) return stem;
        for (var n = 2; ; n++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{stem}_{n}");
            if (taken.Add(name)) return name;
        }
    }

    private static string Clean(string name)
    {
        if (name.Length <= Longest && !name.Any(static c => char.IsControl(c) || char.IsSurrogate(c))) return name;
        var clean = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if (clean.Length >= Longest) break;
            clean.Append(Rune.IsControl(rune) ? "_" : rune.ToString());
        }

        return clean.ToString();
    }
}
