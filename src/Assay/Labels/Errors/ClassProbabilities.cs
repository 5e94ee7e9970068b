using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;

namespace Assays.Labels.Errors;

/// <summary>What a model thinks of each row: a probability for every class, out of sample, row by row.</summary>
public sealed class ClassProbabilities
{
    private readonly double[] _values;

    /// <param name="classes">The classes, in the order of the columns.</param>
    /// <param name="values">Row after row, one value a class; each row sums to 1. Kept, not copied.</param>
    public ClassProbabilities(ImmutableArray<string> classes, double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (classes.Length < 2) throw new InputException("Probabilities need a column for each of two classes or more.");
        if (values.Length % classes.Length != 0) throw new InputException("The probabilities are not a whole number of rows.");
        (Classes, _values) = (classes, values);
    }

    public ImmutableArray<string> Classes { get; }
    public int Rows => _values.Length / Classes.Length;
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The probabilities of one row.</summary>
    public ReadOnlySpan<double> this[int row] => _values.AsSpan(row * Classes.Length, Classes.Length);

    /// <summary>Checks that every row is a distribution, and takes the rounding out of those that nearly are.</summary>
    /// <exception cref="InputException">A value is negative or not a number, or a row sums to something else than 1.</exception>
    public ClassProbabilities Normalised()
    {
        var values = (double[])_values.Clone();
        for (var row = 0; row < Rows; row++)
        {
            var cells = values.AsSpan(row * Classes.Length, Classes.Length);
            var sum = 0.0;
            foreach (var value in cells)
            {
                if (!(value >= -1e-6 && value <= 1 + 1e-6))
                {
                    throw new InputException(string.Create(CultureInfo.InvariantCulture, $"Row {row} of the probabilities holds {value}, which is not between 0 and 1."));
                }

                sum += value;
            }

            if (Math.Abs(sum - 1) > 0.01)
            {
                throw new InputException(string.Create(CultureInfo.InvariantCulture, $"Row {row} of the probabilities sums to {sum:0.####} and not to 1: give one column a class, and no other columns."));
            }

            for (var k = 0; k < cells.Length; k++)
            {
                cells[k] = Math.Max(0, cells[k]) / sum;
            }
        }

        return new(Classes, values);
    }
}
