using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Drift.Baselines;

/// <summary>Tells which files of a table came after its baseline was made.</summary>
internal static class NewFiles
{
    /// <param name="now">The files of the table.</param>
    /// <param name="kept">The baseline.</param>
    /// <param name="name">What the table is called, for messages.</param>
    /// <returns>The paths of the new ones.</returns>
    /// <exception cref="InputException">The baseline is of another source, or a file of it is gone or was written since: what was added is not taken away again.</exception>
    public static IReadOnlySet<string> Among(ImmutableArray<FileMark> now, Baseline kept, string name)
    {
        if (kept.Source != name) throw new InputException($"The baseline is of '{kept.Source}', not of '{name}'. Profile that, or write to another file.");
        if (kept.Files.IsEmpty) throw new InputException("The baseline does not say of which files it was made. Make it anew, without --update.");
        var index = now.ToDictionary(static file => file.Path, StringComparer.Ordinal);
        foreach (var old in kept.Files)
        {
            var trouble = !index.Remove(old.Path, out var file) ? "is gone" : file != old ? "was written again" : null;
            if (trouble is not null) throw new InputException($"'{old.Path}' {trouble} since the baseline was made of it, and nothing is taken out of a baseline. Make it anew, without --update.");
        }

        return index.Keys.ToHashSet(StringComparer.Ordinal);
    }
}
