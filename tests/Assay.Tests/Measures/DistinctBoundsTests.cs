using Assays.Measures;
using CsCheck;

namespace Assays.Tests.Measures;

public sealed class DistinctBoundsTests : StateLaws<DistinctBounds>
{
    protected override Gen<DistinctBounds> States => Gen.Select(Gen.Long[0, 1_000_000], Gen.Long[0, 1_000], (a, b) => new DistinctBounds(a, a + b));
}
