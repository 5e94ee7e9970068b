namespace Assays.Learning.Models.LightGbm;

/// <summary>A trained LightGBM model.</summary>
internal sealed class Booster : IDisposable
{
    private const int Float32 = 0;
    private const int Normal = 0;
    private const int Contributions = 3;
    private readonly BoosterHandle _handle;
    private readonly int _columns;

    private Booster(BoosterHandle handle, int columns) => (_handle, _columns) = (handle, columns);

    /// <param name="set">The table.</param>
    /// <param name="rows">The rows to learn from, in ascending order.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="parameters">As LightGBM names them.</param>
    /// <param name="rounds">Rounds of boosting, or trees of a forest.</param>
    public static Booster Train(TrainingSet set, int[] rows, float[] targets, string parameters, int rounds, float[]? weights = null)
    {
        using var data = set.Subset(rows, targets, weights);
        LightGbmNative.Check(LightGbmNative.LGBM_BoosterCreate(data, $"verbosity=-1 num_threads=1 deterministic=true force_col_wise=true feature_pre_filter=false {parameters}", out var handle));
        var booster = new BoosterHandle(handle);
        for (var round = 0; round < rounds; round++)
        {
            LightGbmNative.Check(LightGbmNative.LGBM_BoosterUpdateOneIter(booster, out var finished));
            if (finished != 0) break;
        }

        return new(booster, set.Columns);
    }

    /// <summary>Predictions of rows given one after the other: one a row, or one a class.</summary>
    public double[] Predict(float[] values, int outputs) => Predict(values, outputs, Normal);

    /// <summary>How much each column moved each prediction (TreeSHAP), and last the mean prediction.</summary>
    public double[] Explain(float[] values, int outputs) => Predict(values, outputs * (_columns + 1), Contributions);

    public void Dispose() => _handle.Dispose();

    private double[] Predict(float[] values, int outputs, int kind)
    {
        var rows = values.Length / _columns;
        var result = new double[rows * outputs];
        if (rows == 0) return result;
        LightGbmNative.Check(LightGbmNative.LGBM_BoosterPredictForMat(
            _handle, values, Float32, rows, _columns, 1, kind, 0, -1, "verbosity=-1 num_threads=1", out var length, result));
        return length == result.Length ? result : throw new InvalidOperationException($"LightGBM gave {length} values where {result.Length} were expected.");
    }
}
