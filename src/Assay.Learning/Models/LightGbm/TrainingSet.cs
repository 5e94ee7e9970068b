namespace Assays.Learning.Models.LightGbm;

/// <summary>
/// A table of numbers that LightGBM has put into bins once, so that every fold and seed trains on the same bins. Binning looks at no target.
/// </summary>
internal sealed class TrainingSet : IDisposable
{
    private const int Float32 = 0;
    private readonly DatasetHandle _bins;
    private readonly string _parameters;

    /// <param name="values">Row after row; not a number where a value is missing. Categories are whole numbers from 0.</param>
    /// <param name="columns">Values in a row.</param>
    /// <param name="categories">The columns that hold categories.</param>
    public TrainingSet(float[] values, int columns, IReadOnlyCollection<int> categories)
    {
        (Values, Columns, Rows) = (values, columns, values.Length / columns);
        _parameters = $"verbosity=-1 num_threads=1 max_bin=255 min_data_in_bin=3 feature_pre_filter=false data_random_seed=1 categorical_feature={string.Join(',', categories)}";
        LightGbmNative.Check(LightGbmNative.LGBM_DatasetCreateFromMat(values, Float32, Rows, columns, 1, _parameters, 0, out var dataset));
        _bins = new(dataset);
        var zeros = new float[Rows];
        LightGbmNative.Check(LightGbmNative.LGBM_DatasetSetField(_bins, "label", zeros, zeros.Length, Float32));
    }

    public float[] Values { get; }
    public int Columns { get; }
    public int Rows { get; }

    /// <summary>The rows to train on, in ascending order, with their targets.</summary>
    public DatasetHandle Subset(int[] rows, float[] targets, float[]? weights = null)
    {
        LightGbmNative.Check(LightGbmNative.LGBM_DatasetGetSubset(_bins, rows, rows.Length, _parameters, out var handle));
        var subset = new DatasetHandle(handle);
        LightGbmNative.Check(LightGbmNative.LGBM_DatasetSetField(subset, "label", targets, targets.Length, Float32));
        if (weights is not null) LightGbmNative.Check(LightGbmNative.LGBM_DatasetSetField(subset, "weight", weights, weights.Length, Float32));
        return subset;
    }

    /// <summary>The values of some rows, one after the other.</summary>
    public float[] Gather(int[] rows)
    {
        var gathered = new float[rows.Length * Columns];
        for (var i = 0; i < rows.Length; i++)
        {
            Array.Copy(Values, rows[i] * Columns, gathered, i * Columns, Columns);
        }

        return gathered;
    }

    public void Dispose() => _bins.Dispose();
}
