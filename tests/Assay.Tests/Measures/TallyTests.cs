using Assays.Measures;
using CsCheck;

namespace Assays.Tests.Measures;

public sealed class TallyTests : StateLaws<Tally>
{
    protected override Gen<Tally> States => Gen.Select(Gen.Long[0, 1_000_000], Gen.Long[0, 1_000_000], (a, b) => new Tally(a, a + b));
}
