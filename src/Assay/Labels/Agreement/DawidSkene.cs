namespace Assays.Labels.Agreement;

/// <summary>
/// Who is right when annotators differ: a confusion matrix for each annotator and a posterior for each item, found together by expectation
/// and maximisation (Dawid and Skene, Applied Statistics 28, 1979). Starts from the majority.
/// </summary>
public sealed class DawidSkene
{
    private readonly Answers _answers;
    private readonly double[][,] _confusions;

    private DawidSkene(Answers answers)
    {
        _answers = answers;
        Posterior = new double[answers.Items.Length, answers.Classes.Length];
        _confusions = [.. answers.Annotators.Select(_ => new double[answers.Classes.Length, answers.Classes.Length])];
        Prior = new double[answers.Classes.Length];
    }

    /// <summary>For each item the probability of each class.</summary>
    public double[,] Posterior { get; }

    /// <summary>The share of each class among the items.</summary>
    public double[] Prior { get; }

    /// <summary>Rounds until nothing changed.</summary>
    public int Rounds { get; private set; }

    /// <summary>What an annotator answers (column) when a class is true (row).</summary>
    public double[,] Confusion(int annotator) => _confusions[annotator];

    /// <summary>The probability that an annotator is right about an item of the table.</summary>
    public double Quality(int annotator)
    {
        var sum = 0.0;
        for (var k = 0; k < Prior.Length; k++)
        {
            sum += Prior[k] * _confusions[annotator][k, k];
        }

        return sum;
    }

    /// <param name="answers">The answers.</param>
    /// <param name="rounds">Rounds at most.</param>
    /// <param name="smallest">Below this change of the log-likelihood per answer the rounds end.</param>
    public static DawidSkene Fit(Answers answers, int rounds = 100, double smallest = 1e-10)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var model = new DawidSkene(answers);
        model.StartFromMajority();
        var before = double.NegativeInfinity;
        for (; model.Rounds < rounds; model.Rounds++)
        {
            model.Maximise();
            var likelihood = model.Expect();
            if (Math.Abs(likelihood - before) < smallest * answers.All.Length) break;
            before = likelihood;
        }

        return model;
    }

    private void StartFromMajority()
    {
        for (var item = 0; item < _answers.Items.Length; item++)
        {
            var answers = _answers.Of(item);
            foreach (var answer in answers)
            {
                Posterior[item, answer.Class] += 1.0 / answers.Length;
            }
        }
    }

    private void Maximise()
    {
        const double none = 1e-10;
        var classes = Prior.Length;
        foreach (var confusion in _confusions)
        {
            Array.Clear(confusion);
        }

        Array.Clear(Prior);
        foreach (var answer in _answers.All)
        {
            for (var k = 0; k < classes; k++)
            {
                _confusions[answer.Annotator][k, answer.Class] += Posterior[answer.Item, k];
            }
        }

        foreach (var confusion in _confusions)
        {
            for (var k = 0; k < classes; k++)
            {
                var sum = 0.0;
                for (var given = 0; given < classes; given++)
                {
                    sum += confusion[k, given] += none;
                }

                for (var given = 0; given < classes; given++)
                {
                    confusion[k, given] /= sum;
                }
            }
        }

        for (var item = 0; item < _answers.Items.Length; item++)
        {
            for (var k = 0; k < classes; k++)
            {
                Prior[k] += Posterior[item, k] / _answers.Items.Length;
            }
        }
    }

    private double Expect()
    {
        var total = 0.0;
        var logs = new double[Prior.Length];
        for (var item = 0; item < _answers.Items.Length; item++)
        {
            for (var k = 0; k < logs.Length; k++)
            {
                logs[k] = Math.Log(Math.Max(Prior[k], 1e-300));
            }

            foreach (var answer in _answers.Of(item))
            {
                for (var k = 0; k < logs.Length; k++)
                {
                    logs[k] += Math.Log(_confusions[answer.Annotator][k, answer.Class]);
                }
            }

            var largest = logs.Max();
            var sum = logs.Sum(l => Math.Exp(l - largest));
            total += largest + Math.Log(sum);
            for (var k = 0; k < logs.Length; k++)
            {
                Posterior[item, k] = Math.Exp(logs[k] - largest) / sum;
            }
        }

        return total;
    }
}
