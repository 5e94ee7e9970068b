namespace Assays.Tests;

public sealed class CalibrationTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(0.49)]
    public void Of_LeavesWhatIsBelowEvenOdds(double confidence) => Assert.Equal(confidence, Calibration.Of("misspellings", confidence));

    [Fact]
    public void Of_TakesARuleThatWasNotMeasuredAtItsWord() => Assert.Equal(0.7, Calibration.Of("never-heard-of", 0.7), 9);

    [Theory]
    [InlineData(0.5, -3)]
    [InlineData(0.9, -9)]
    [InlineData(1.0, 5)]
    public void Shifted_NeverMakesALikelyCellUnlikelyOrCertain(double confidence, double shift) =>
        Assert.InRange(Calibration.Shifted(confidence, shift), 0.5, 0.999);

    [Fact]
    public void Shifted_KeepsTheOrder() =>
        Assert.True(Calibration.Shifted(0.6, 1) < Calibration.Shifted(0.7, 1));
}
