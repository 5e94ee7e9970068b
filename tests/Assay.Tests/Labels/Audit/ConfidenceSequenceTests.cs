using Assays.Labels.Audit;

namespace Assays.Tests.Labels.Audit;

public sealed class ConfidenceSequenceTests
{
    [Fact]
    public void Endless_EqualsTheReference()
    {
        var reference = LabelData.Json("audit_reference.json");
        foreach (var row in reference.GetProperty("betabinom_cs_95").EnumerateArray())
        {
            var interval = ConfidenceSequence.Endless(row.GetProperty("x").GetInt64(), row.GetProperty("n").GetInt64());
            var expected = row.GetProperty("ci").Doubles();

            Assert.Equal(expected[0], interval.Low, 1e-9);
            Assert.Equal(expected[1], interval.High, 1e-9);
        }

        foreach (var row in reference.GetProperty("evalue_bb").EnumerateArray())
        {
            var evidence = ConfidenceSequence.LogEvidence(row.GetProperty("x").GetInt64(), row.GetProperty("n").GetInt64(), row.GetProperty("p0").GetDouble());
            Assert.Equal(row.GetProperty("log_e").GetDouble(), evidence, 1e-8);
        }
    }

    [Fact]
    public void Finite_EqualsTheReference()
    {
        foreach (var row in LabelData.Json("audit_reference.json").GetProperty("ppr_cs_finite_95").EnumerateArray())
        {
            var limits = ConfidenceSequence.Finite(row.GetProperty("N").GetInt64(), row.GetProperty("x").GetInt64(), row.GetProperty("n").GetInt64());

            Assert.Equal((row.GetProperty("M_lo").GetInt64(), row.GetProperty("M_hi").GetInt64()), limits);
        }
    }

    [Theory]
    [InlineData(0.93)]
    [InlineData(0.5)]
    public void Finite_HoldsAtEveryMomentTogether(double accuracy)
    {
        const int rows = 300;
        var right = (int)(rows * accuracy);
        var random = new Random(7);
        var missed = 0;
        for (var trial = 0; trial < 400; trial++)
        {
            var labels = Enumerable.Range(0, rows).Select(i => i < right).ToArray();
            random.Shuffle(labels);
            var seen = 0;
            for (var n = 1; n <= rows; n++)
            {
                seen += labels[n - 1] ? 1 : 0;
                var (least, most) = ConfidenceSequence.Finite(rows, seen, n);
                if (least <= right && right <= most) continue;
                missed++;
                break;
            }
        }

        Assert.True(missed <= 400 * 0.05, $"{missed} of 400");
    }
}
