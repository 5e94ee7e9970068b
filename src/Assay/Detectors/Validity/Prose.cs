using Assays.Statistics;

namespace Assays.Detectors.Validity;

/// <summary>
/// What writers are free to do in values of a number and some words (addresses, numbered titles): hyphens, points and initials come and go,
/// while digits and letters that stray into each other remain slips.
/// </summary>
internal sealed class Prose
{
    private const string Marks = ".,-'&/";

    /// <summary>Numbers of words that differ, from which values are phrases and not codes of several parts.</summary>
    private const int Lengths = 2;

    private readonly string[] _shapes;

    private Prose(string[] shapes) => _shapes = shapes;

    /// <summary>How a column writes whose values have these shapes; none where they are codes.</summary>
    public static Prose? Of(IEnumerable<string> shapes)
    {
        string[] all = [.. shapes];
        return all.Select(static shape => shape.Count(' ')).Distinct().Count() >= Lengths ? new(all) : null;
    }

    /// <summary>Whether an edit that leads to a shape is one of the writer's choice.</summary>
    public bool Allows(Edit edit, string shape) => edit.Kind switch
    {
        EditKind.Insertion => IsMark(edit.Written),
        EditKind.Deletion => (IsMark(edit.Intended) && !_shapes.All(usual => usual.Contains(edit.Intended))) || IsInitial(edit, shape),
        EditKind.Substitution => (IsMark(edit.Written) && edit.Intended == ' ') || (edit.Written == '.' && IsInitial(edit, shape)),
        _ => false,
    };

    private static bool IsMark(char letter) => Marks.Contains(letter);

    /// <summary>The small letters of a word are gone behind its capital: an initial, or a word in capitals.</summary>
    private static bool IsInitial(Edit edit, string shape) => edit.Intended == 'a' && edit.At > 0 && shape[edit.At - 1] == 'A';
}
