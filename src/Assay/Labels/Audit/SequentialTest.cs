using Assays.Statistics;

namespace Assays.Labels.Audit;

/// <summary>
/// Decides after every answer whether labels are good enough. The likelihood ratio of the two levels is an e-value: by Ville's inequality it
/// exceeds 1 / risk at any time with probability at most risk when the other side is true, so looking after every answer costs nothing
/// (Wald 1945; for draws without replacement the ratio is that of the hypergeometric sequence).
/// </summary>
/// <param name="Rows">Rows of the table; none for a stream without end.</param>
/// <param name="Accept">Labels at least this accurate are to be accepted.</param>
/// <param name="Reject">Labels at most this accurate are to be rejected; below <paramref name="Accept"/>.</param>
/// <param name="Risk">The probability, 0 to 1, of each wrong decision at most.</param>
public sealed record SequentialTest(long? Rows, double Accept, double Reject, double Risk = 0.05)
{
    /// <summary>ln of the evidence for the accepted level against the rejected one; its negative is the evidence the other way.</summary>
    public double LogEvidence(long right, long answers)
    {
        var wrong = answers - right;
        if (Rows is not { } rows)
        {
            return right * Math.Log(Accept / Reject) + (wrong == 0 ? 0 : wrong * Math.Log((1 - Accept) / (1 - Reject)));
        }

        var (good, bad) = Levels(rows);
        return Falling(good, right) + Falling(rows - good, wrong) - Falling(bad, right) - Falling(rows - bad, wrong);
    }

    public Verdict Decide(long right, long answers)
    {
        var evidence = LogEvidence(right, answers);
        if (double.IsNaN(evidence)) return right * 2 > answers ? Verdict.Accept : Verdict.Reject;
        var limit = -Math.Log(Risk);
        return evidence >= limit ? Verdict.Accept : evidence <= -limit ? Verdict.Reject : Verdict.Continue;
    }

    /// <summary>How many more answers decide if all of them are <paramref name="right"/> (else: wrong); none when the table ends first.</summary>
    public long? FewestMore(long rightSoFar, long answers, bool right)
    {
        var most = (Rows ?? answers + 100_000) - answers;
        long low = 0, high = most;
        if (!Decided(most)) return null;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Decided(middle)) high = middle;
            else low = middle + 1;
        }

        return low;

        bool Decided(long more) => Decide(rightSoFar + (right ? more : 0), answers + more) == (right ? Verdict.Accept : Verdict.Reject);
    }

    /// <summary>About how many more answers decide if they go on as the share <paramref name="accuracy"/> says; none when they never would.</summary>
    public long? ExpectedMore(long right, long answers, double accuracy)
    {
        var limit = -Math.Log(Risk);
        var drift = accuracy * Math.Log(Accept / Reject) + (1 - accuracy) * Math.Log((1 - Accept) / (1 - Reject));
        var evidence = LogEvidence(right, answers);
        if (double.IsNaN(evidence)) return 0;
        var distance = drift > 0 ? limit - evidence : limit + evidence;
        var more = Math.Ceiling(Math.Max(0, distance) / Math.Abs(drift));
        var left = (double)((Rows ?? long.MaxValue) - answers);
        return double.IsFinite(more) && more < 1e6 ? (long)Math.Min(more, left) : Rows is null ? null : (long)left;
    }

    private (long Good, long Bad) Levels(long rows)
    {
        var good = AcceptancePlan.RightRows(rows, Accept);
        var bad = (long)Math.Floor(rows * Reject + 1e-9);
        return (good, Math.Min(bad, good - 1));
    }

    /// <summary>ln of n (n - 1) … (n - k + 1); minus infinity when it runs out.</summary>
    private static double Falling(long n, long k) => k > n ? double.NegativeInfinity : GammaFunction.Log(n + 1.0) - GammaFunction.Log(n - k + 1.0);
}

/// <summary>What the answers so far say.</summary>
public enum Verdict { Continue, Accept, Reject }
