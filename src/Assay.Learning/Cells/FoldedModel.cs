using Assays.Learning.Labels;
using Assays.Learning.Models.LightGbm;

namespace Assays.Learning.Cells;

/// <summary>Boosted trees of one number, a model for each fold: each row is predicted by the one that did not learn from it.</summary>
internal sealed class FoldedModel : IDisposable
{
    private readonly Booster[] _boosters;
    private readonly Folds _folds;

    /// <param name="set">The rows.</param>
    /// <param name="folds">Which rows each model predicts.</param>
    /// <param name="targets">For each row the number to learn.</param>
    /// <param name="parameters">As LightGBM names them.</param>
    /// <param name="rounds">Rounds of boosting.</param>
    public FoldedModel(TrainingSet set, Folds folds, float[] targets, string parameters, int rounds)
    {
        (_folds, _boosters, Predictions) = (folds, new Booster[folds.Count], new double[targets.Length]);
        for (var fold = 0; fold < folds.Count; fold++)
        {
            var (learn, predict) = folds.Split(fold);
            _boosters[fold] = Booster.Train(set, learn, Array.ConvertAll(learn, i => targets[i]), parameters, rounds);
            var values = _boosters[fold].Predict(set.Gather(predict), 1);
            for (var i = 0; i < predict.Length; i++) Predictions[predict[i]] = values[i];
        }
    }

    /// <summary>For each row what is predicted.</summary>
    public double[] Predictions { get; }

    /// <summary>The model that did not see a row.</summary>
    public Booster Of(int row) => _boosters[_folds.OfRow[row]];

    public void Dispose()
    {
        foreach (var booster in _boosters) booster?.Dispose();
    }
}
