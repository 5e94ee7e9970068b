using Assays.Learning.Models.LightGbm;

namespace Assays.Learning.Cells;

/// <summary>
/// Whether a number is to blame for not fitting its row: a wrong value in another column makes it look wrong too. Each other column in turn is given
/// the values that other rows have there; where one of them makes the number fit, nobody can say which of the two is wrong.
/// </summary>
internal static class BlameTest
{
    /// <summary>Values tried of each column, evenly over those of the rows.</summary>
    private const int Tries = 25;

    /// <param name="booster">The model that predicts the number.</param>
    /// <param name="set">The rows.</param>
    /// <param name="columnOf">For each feature the column that it was made of; features of one column change together.</param>
    /// <param name="row">The row.</param>
    /// <param name="number">Its number, on the model's scale.</param>
    /// <param name="usual">The distance from what is predicted within which a number fits.</param>
    public static bool Holds(Booster booster, TrainingSet set, int[] columnOf, int row, double number, double usual)
    {
        var own = set.Gather([row]);
        int[] columns = [.. columnOf.Distinct()];
        var donors = Enumerable.Range(0, Tries).Select(i => (int)((long)i * set.Rows / Tries)).Distinct().ToArray();
        var changed = new float[columns.Length * donors.Length * own.Length];
        for (var i = 0; i < columns.Length * donors.Length; i++)
        {
            var (column, donor) = (columns[i / donors.Length], donors[i % donors.Length]);
            for (var f = 0; f < own.Length; f++)
            {
                changed[(i * own.Length) + f] = columnOf[f] == column ? set.Values[(donor * own.Length) + f] : own[f];
            }
        }

        return booster.Predict(changed, 1).All(predicted => Math.Abs(number - predicted) > usual);
    }
}
