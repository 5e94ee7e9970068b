using System.Collections.Immutable;
using Assays.Statistics;

namespace Assays.Labels.Agreement;

/// <summary>How far annotators agree, who of them is good, and what is probably right.</summary>
/// <param name="Answers">What they said.</param>
/// <param name="Coefficients">Agreement by name, with bootstrap intervals.</param>
/// <param name="Pairs">Cohen's kappa of the pairs that share the most items.</param>
/// <param name="Annotators">Each annotator's quality, the worst first.</param>
/// <param name="Items">Each item's consensus, the least sure first: what to label again.</param>
/// <param name="Confusions">What is given for what, the most frequent first.</param>
public sealed record AgreementReport(
    Answers Answers,
    ImmutableArray<(string Name, double Value, Interval Interval)> Coefficients,
    ImmutableArray<PairAgreement> Pairs,
    ImmutableArray<AnnotatorQuality> Annotators,
    ImmutableArray<ItemConsensus> Items,
    ImmutableArray<ClassConfusion> Confusions)
{
    private const int MostPairs = 50;

    /// <summary>Whether a model had a say in the consensus.</summary>
    public bool UsesModel { get; init; }

    /// <param name="answers">What the annotators said.</param>
    /// <param name="distance">What kind of values the answers are.</param>
    /// <param name="seed">Chooses the bootstrap's draws.</param>
    /// <param name="predictions">A model's probabilities, item by item in the order of the answers' classes; then the consensus is CROWDLAB's, else Dawid and Skene's.</param>
    public static AgreementReport Of(Answers answers, Distance distance, int seed, double[,]? predictions = null)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var counts = AnswerCounts.Of(answers);
        Coefficient[] coefficients = [Coefficient.Pairwise, Coefficient.Fleiss, Coefficient.Krippendorff(distance), Coefficient.GwetAc1, Coefficient.Randolph];
        var crowd = DawidSkene.Fit(answers);
        var model = predictions is null ? null : Crowdlab.Fit(answers, predictions);
        var posterior = model?.Posterior ?? crowd.Posterior;
        return new(
            answers,
            [.. coefficients.Select(c => (c.Name, Estimate: c.Estimate(counts, seed))).Select(static c => (c.Name, c.Estimate.Value, c.Estimate.Interval))],
            PairsOf(answers),
            [.. answers.Annotators.Select((name, a) => new AnnotatorQuality(name, Count(answers, a), model?.AnnotatorQuality[a] ?? crowd.Quality(a))).OrderBy(static a => a.Quality).ThenBy(static a => a.Name, StringComparer.Ordinal)],
            [.. answers.Items.Select((name, item) => Consensus(answers, name, item, posterior)).OrderBy(static i => i.Probability).ThenBy(static i => i.Name, StringComparer.Ordinal)],
            ConfusionsOf(answers, posterior))
        {
            UsesModel = model is not null,
        };
    }

    private static int Count(Answers answers, int annotator)
    {
        var count = 0;
        foreach (var answer in answers.All) count += answer.Annotator == annotator ? 1 : 0;
        return count;
    }

    private static ItemConsensus Consensus(Answers answers, string name, int item, double[,] posterior)
    {
        var best = Enumerable.Range(0, answers.Classes.Length).MaxBy(k => posterior[item, k]);
        var all = answers.Of(item);
        var same = 0;
        foreach (var answer in all) same += answer.Class == best ? 1 : 0;
        return new(name, answers.Classes[best], posterior[item, best], all.Length, same);
    }

    private static ImmutableArray<ClassConfusion> ConfusionsOf(Answers answers, double[,] posterior)
    {
        var classes = answers.Classes.Length;
        var sums = new double[classes, classes];
        foreach (var answer in answers.All)
        {
            for (var k = 0; k < classes; k++) sums[k, answer.Class] += posterior[answer.Item, k];
        }

        var confusions =
            from truth in Enumerable.Range(0, classes)
            let all = Enumerable.Range(0, classes).Sum(given => sums[truth, given])
            from given in Enumerable.Range(0, classes)
            where truth != given && sums[truth, given] >= 0.5
            orderby sums[truth, given] descending, truth, given
            select new ClassConfusion(answers.Classes[truth], answers.Classes[given], sums[truth, given], sums[truth, given] / all);
        return [.. confusions];
    }

    private static ImmutableArray<PairAgreement> PairsOf(Answers answers)
    {
        var tables = new Dictionary<(int Left, int Right), long[,]>();
        for (var item = 0; item < answers.Items.Length; item++)
        {
            var all = answers.Of(item);
            for (var i = 0; i < all.Length; i++)
            {
                for (var j = i + 1; j < all.Length; j++)
                {
                    if (all[i].Annotator == all[j].Annotator) continue;
                    var key = (all[i].Annotator, all[j].Annotator);
                    if (!tables.TryGetValue(key, out var table)) tables[key] = table = new long[answers.Classes.Length, answers.Classes.Length];
                    table[all[i].Class, all[j].Class]++;
                }
            }
        }

        return
        [
            .. tables.Select(pair => (pair.Key, Kappa: new Kappa(pair.Value))).OrderByDescending(static p => p.Kappa.Items).ThenBy(static p => p.Key).Take(MostPairs)
                .Select(p => new PairAgreement(answers.Annotators[p.Key.Left], answers.Annotators[p.Key.Right], p.Kappa.Items, p.Kappa.Agreement, p.Kappa.Value(), p.Kappa.Interval())),
        ];
    }
}

/// <summary>Two annotators: the items that both saw, the share on which they agree, and Cohen's kappa.</summary>
public sealed record PairAgreement(string Left, string Right, long Items, double Agreement, double Kappa, Interval Interval);

/// <param name="Name">The annotator.</param>
/// <param name="Answers">Answers given.</param>
/// <param name="Quality">The estimated probability, 0 to 1, of a right answer.</param>
public sealed record AnnotatorQuality(string Name, int Answers, double Quality);

/// <param name="Name">The item.</param>
/// <param name="Label">What is most likely right.</param>
/// <param name="Probability">How likely, 0 to 1.</param>
/// <param name="Answers">Answers about it.</param>
/// <param name="Agreeing">Those that are the consensus.</param>
public sealed record ItemConsensus(string Name, string Label, double Probability, int Answers, int Agreeing);

/// <param name="Truth">What items are.</param>
/// <param name="Given">What they were called.</param>
/// <param name="Answers">How often, as expected under the consensus.</param>
/// <param name="Share">Of the answers about such items.</param>
public sealed record ClassConfusion(string Truth, string Given, double Answers, double Share);
