using Assays.Data;
using Assays.Profiling;

namespace Assays.Detectors.Consistency;

/// <summary>
/// What one dependency knows of its dependent column: the probability of a value given the row's other value. The values of a group
/// are taken as drawn from an urn that adds variety (Dirichlet-multinomial), with errors on top. Groups differ: in some
/// one value is fixed, in some a few mix, some are free; each group's share in these kinds, the frequency of the kinds and the
/// rate of errors are fitted to the data, so that a false dependency becomes an expert that is never sure. What tells errors from
/// true exceptions: exceptions come again in their group and in groups that have others, errors are scattered or look like slips of the pen.
/// </summary>
internal sealed class Expert
{
    /// <summary>
    /// How readily each kind of group takes a further value, in rows. The kinds lie far apart: with one between them a stray value
    /// in a group of hundreds could be either, and in real tables a rule is mostly exact or plainly none.
    /// </summary>
    private static readonly double[] _varieties = [0.003, 0.1, 3, 100];

    private static readonly double[] _errorRates = [0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.2];

    /// <summary>Groups with more than one value that the fit looks at; more add nothing but time.</summary>
    private const int MaxGroups = 1_500;

    private const int FitRounds = 12;

    private readonly Contingency _table;
    private readonly double[] _shares;
    private readonly Slip _slip;
    private readonly double[][] _kinds;
    private readonly double _rare;

    public Expert(Contingency table, Slip slip)
    {
        (_table, _slip) = (table, slip);
        var dependent = table.Dependent;
        _shares = [.. dependent.Counts.ToArray().Select(count => (double)count / dependent.Present)];
        _rare = (1.0 + dependent.Counts.ToArray().Count(static count => count <= 2)) / dependent.Present;
        (_kinds, ErrorRate) = Fit();
    }

    public Grouping Groups => _table.Groups;
    public SampledColumn Dependent => _table.Dependent;

    /// <summary>The share of wrong cells, 0 to 1.</summary>
    public double ErrorRate { get; }

    /// <summary>Rows of a group that have a value.</summary>
    public int Total(int group) => _table.Total(group);

    /// <summary>Rows of a group that hold a value.</summary>
    public int Count(int group, int value) => _table.Count(group, value);

    /// <summary>The values of a group, most frequent first.</summary>
    public ReadOnlySpan<int> Values(int group) => _table.Values(group);

    /// <summary>The most frequent value of a group; -1 when it has none.</summary>
    public int Usual(int group) => _table.Values(group) is [var usual, ..] ? usual : -1;

    /// <summary>The value's share of the column.</summary>
    public double Share(int value) => _shares[value];

    /// <summary>The probability of a value in a group.</summary>
    /// <param name="group">The group, or -1 where nothing is known.</param>
    /// <param name="value">The value's code.</param>
    /// <param name="own">Rows of the group that must not count, because it is they who are judged.</param>
    /// <param name="ownIsValue">Whether those rows hold the value.</param>
    public double Probability(int group, int value, int own = 0, bool ownIsValue = false)
    {
        if (group < 0) return _shares[value];
        var rows = _table.Total(group) - own;
        var hits = _table.Count(group, value) - (ownIsValue ? own : 0);
        var kinds = _kinds[group];
        var probability = 0.0;
        for (var kind = 0; kind < kinds.Length; kind++) probability += kinds[kind] * Urn(hits, rows, _shares[value], kind);
        return probability;
    }

    /// <summary>How much likelier than by its share in the column a value is written when another is meant.</summary>
    public double Channel(int written, int meant)
    {
        // Half of all errors are taken to put another value of the column in its place, half to be slips of the pen.
        if (Dependent.Counts[written] > 2) return 0.5;
        var closeness = _slip.Closeness(written, meant);
        return closeness >= 1 ? 0.5 : 0.5 + (0.5 / (closeness * _rare));
    }

    private static double Urn(int hits, int rows, double share, int kind) => (hits + (_varieties[kind] * share)) / (rows + _varieties[kind]);

    private (double[][] Kinds, double ErrorRate) Fit()
    {
        // Groups that hold one value differ in their size alone, so they are fitted together.
        var pureSizes = new SortedDictionary<int, int>();
        var mixed = new List<int>();
        for (var group = 0; group < Groups.Count; group++)
        {
            var total = _table.Total(group);
            if (total < 2) continue;
            if (_table.Values(group).Length > 1) mixed.Add(group);
            else pureSizes[total] = pureSizes.GetValueOrDefault(total) + 1;
        }

        var step = Math.Max(1, (mixed.Count + MaxGroups - 1) / MaxGroups);
        var looked = mixed.Where((_, i) => i % step == 0).ToArray();
        var wrongs = looked.Select(WrongOf).ToArray();
        var best = (Rate: _errorRates[0], Frequencies: Even(), Likelihood: double.NegativeInfinity);
        foreach (var rate in _errorRates)
        {
            var likelihoods = new List<(double[] OfKind, double Weight)>();
            foreach (var (size, groups) in pureSizes) likelihoods.Add((Pure(size, rate), groups));
            for (var i = 0; i < looked.Length; i++) likelihoods.Add((Mixed(looked[i], wrongs[i], rate), step));
            var (frequencies, likelihood) = FitFrequencies(likelihoods);
            if (likelihood > best.Likelihood) best = (rate, frequencies, likelihood);
        }

        var kinds = new double[Groups.Count][];
        var bySize = new Dictionary<int, double[]>();
        for (var group = 0; group < kinds.Length; group++)
        {
            var total = _table.Total(group);
            if (_table.Values(group).Length > 1) kinds[group] = Posterior(best.Frequencies, Mixed(group, WrongOf(group), best.Rate));
            else if (bySize.TryGetValue(total, out var known)) kinds[group] = known;
            else kinds[group] = bySize[total] = total < 2 ? best.Frequencies : Posterior(best.Frequencies, Pure(total, best.Rate));
        }

        return (kinds, best.Rate);
    }

    /// <summary>For each value of a group the probability that it is written in place of the group's usual value.</summary>
    private double[] WrongOf(int group)
    {
        var values = _table.Values(group);
        var counts = _table.Counts(group);
        var wrong = new double[values.Length];
        for (var i = 1; i < wrong.Length; i++)
        {
            var share = _shares[values[i]];
            // A slip of the pen seldom happens three times in one group in the same way.
            var channel = counts[i] < 3 && i < 20 ? Channel(values[i], values[0]) : 0.5;
            wrong[i] = (double)counts[0] / (_table.Total(group) - 1) * share * channel;
        }

        return wrong;
    }

    private static double[] Pure(int total, double rate)
    {
        var likelihood = new double[_varieties.Length];
        for (var kind = 0; kind < likelihood.Length; kind++) likelihood[kind] = total * Math.Log((1 - rate) * Urn(total - 1, total - 1, 0, kind));
        return likelihood;
    }

    private double[] Mixed(int group, double[] wrong, double rate)
    {
        var values = _table.Values(group);
        var counts = _table.Counts(group);
        var total = _table.Total(group);
        var likelihood = new double[_varieties.Length];
        for (var kind = 0; kind < likelihood.Length; kind++)
        {
            for (var i = 0; i < values.Length; i++)
            {
                likelihood[kind] += counts[i] * Math.Log(((1 - rate) * Urn(counts[i] - 1, total - 1, _shares[values[i]], kind)) + (rate * wrong[i]));
            }
        }

        return likelihood;
    }

    private static (double[] Frequencies, double Likelihood) FitFrequencies(List<(double[] OfKind, double Weight)> groups)
    {
        var frequencies = Even();
        var total = 0.0;
        for (var round = 0; round < FitRounds; round++)
        {
            var sums = Even();
            total = 0;
            foreach (var (likelihood, weight) in groups)
            {
                var most = likelihood.Max();
                var posterior = Posterior(frequencies, likelihood);
                for (var kind = 0; kind < sums.Length; kind++) sums[kind] += weight * posterior[kind];
                var evidence = 0.0;
                for (var kind = 0; kind < sums.Length; kind++) evidence += frequencies[kind] * Math.Exp(likelihood[kind] - most);
                total += weight * (most + Math.Log(evidence));
            }

            var all = sums.Sum();
            frequencies = [.. sums.Select(sum => sum / all)];
        }

        return (frequencies, total);
    }

    private static double[] Posterior(double[] frequencies, double[] likelihood)
    {
        var most = likelihood.Max();
        var posterior = new double[frequencies.Length];
        for (var kind = 0; kind < posterior.Length; kind++) posterior[kind] = frequencies[kind] * Math.Exp(likelihood[kind] - most);
        var sum = posterior.Sum();
        for (var kind = 0; kind < posterior.Length; kind++) posterior[kind] /= sum;
        return posterior;
    }

    private static double[] Even() => [.. Enumerable.Repeat(1.0 / _varieties.Length, _varieties.Length)];
}
