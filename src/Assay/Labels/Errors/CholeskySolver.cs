namespace Assays.Labels.Errors;

/// <summary>Solves symmetric positive definite equations.</summary>
internal static class CholeskySolver
{
    /// <param name="matrix">Row by row; only the lower half is read, and it is overwritten.</param>
    /// <param name="right">The right side.</param>
    public static double[] Solve(double[] matrix, double[] right)
    {
        var size = right.Length;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i * size + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= matrix[i * size + k] * matrix[j * size + k];
                }

                matrix[i * size + j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / matrix[j * size + j];
            }
        }

        var x = (double[])right.Clone();
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < i; k++)
            {
                x[i] -= matrix[i * size + k] * x[k];
            }

            x[i] /= matrix[i * size + i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++)
            {
                x[i] -= matrix[k * size + i] * x[k];
            }

            x[i] /= matrix[i * size + i];
        }

        return x;
    }
}
