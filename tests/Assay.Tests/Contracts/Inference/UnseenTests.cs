using Assays.Contracts.Inference;

namespace Assays.Tests.Contracts.Inference;

public sealed class UnseenTests
{
    public static TheoryData<long[]> Even => new(new long[] { 300, 310, 290 }, new long[] { 60, 50 }, new long[] { 500 });

    public static TheoryData<long[]> Uneven => new(new long[] { 5_000, 600, 90, 8 }, new long[] { 400, 100, 30, 12, 6, 5 }, new long[] { 30 });

    [Theory]
    [MemberData(nameof(Even))]
    public void KindsThatAllComeOften_AreAllThatThereAre(long[] counts) => Assert.InRange(Unseen.Kinds(counts), 0, 0.005);

    [Theory]
    [MemberData(nameof(Uneven))]
    public void KindsThatSpreadOverFactors_LeaveRoomForRareOnes(long[] counts) => Assert.True(Unseen.Kinds(counts) > 0.005);
}
