using Assays.Measures;
using CsCheck;

namespace Assays.Tests.Measures;

public sealed class MomentsTests : StateLaws<Moments>
{
    protected override Gen<Moments> States => Gen.Double[-1e6, 1e6].Array[0, 20].Select(Of);

    protected override bool Same(Moments left, Moments right) =>
        left.Count == right.Count && left.Low == right.Low && left.High == right.High
        && Near(left.Mean, right.Mean) && Near(left.Squares, right.Squares);

    [Fact]
    public void Addition_GivesTheMomentsOfAllNumbers() =>
        Gen.Select(Gen.Double[-1e6, 1e6].Array[1, 20], Gen.Double[-1e6, 1e6].Array[1, 20])
            .Sample((a, b) => Same(Of(a) + Of(b), Of([.. a, .. b])));

    private static Moments Of(double[] numbers)
    {
        if (numbers.Length == 0) return Moments.AdditiveIdentity;
        var mean = numbers.Average();
        return new(numbers.Length, mean, numbers.Sum(n => (n - mean) * (n - mean)), numbers.Min(), numbers.Max());
    }

    private static bool Near(double left, double right) => Math.Abs(left - right) <= 1e-9 * Math.Max(1, Math.Max(Math.Abs(left), Math.Abs(right)));
}
