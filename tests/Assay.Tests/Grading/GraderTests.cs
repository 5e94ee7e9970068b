using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;
using Assays.Grading;
using CsCheck;

namespace Assays.Tests.Grading;

public sealed class GraderTests
{
    private const int Rows = 1_000;
    private const int Columns = 10;

    private static readonly Gen<Finding> Findings = Gen.Select(
        Gen.Int[0, Columns - 1], Gen.Int[0, Rows], Gen.Double[0, 1], Gen.Enum<Severity>(), Gen.Enum<Dimension>(),
        static (column, rows, confidence, severity, dimension) => Finding(column, rows, confidence, severity, dimension));

    [Fact]
    public void Grade_OfATableWithoutFindings_IsTheBest()
    {
        var grade = Grader.Grade([], Rows, Columns, [Dimension.Validity]);

        Assert.Equal(100, grade.Overall.Value);
        Assert.Equal('A', grade.Overall.Letter);
        Assert.Equal(100, Assert.Single(grade.Dimensions).Score.Value);
    }

    [Fact]
    public void Grade_PenaltiesAddUpToTheScore() => Findings.Array[0, 20].Sample(static findings =>
    {
        var grade = Grader.Grade([.. findings], Rows, Columns, Enum.GetValues<Dimension>());

        Assert.Equal(100 - grade.Penalties.Sum(static p => p.Overall), grade.Overall.Value, 1e-9);
        Assert.All(grade.Dimensions, d => Assert.Equal(
            100 - grade.Penalties.Where(p => p.Dimension == d.Dimension).Sum(static p => p.InDimension), d.Score.Value, 1e-9));
        Assert.InRange(grade.Overall.Value, 0, 100);
    });

    [Fact]
    public void Grade_AnotherFinding_NeverRaisesAScore() => Gen.Select(Findings.Array[0, 20], Findings).Sample(static (findings, other) =>
    {
        var before = Grader.Grade([.. findings], Rows, Columns, Enum.GetValues<Dimension>());
        var after = Grader.Grade([.. findings, other], Rows, Columns, Enum.GetValues<Dimension>());

        Assert.True(after.Overall.Value <= before.Overall.Value + 1e-9);
        Assert.All(before.Dimensions.Zip(after.Dimensions), static pair => Assert.True(pair.Second.Score.Value <= pair.First.Score.Value + 1e-9));
    });

    [Fact]
    public void Grade_MoreRows_NeverRaiseAScore() => Gen.Select(Findings.Array[1, 20], Gen.Int[0, Rows]).Sample(static (findings, more) =>
    {
        ImmutableArray<Finding> fewer = [.. findings];
        var worse = fewer.SetItem(0, fewer[0] with { AffectedRows = Math.Min(Rows, fewer[0].AffectedRows + more) });

        Assert.True(Score(worse) <= Score(fewer) + 1e-9);
    });

    [Fact]
    public void Grade_OfASampleWithTheSameShares_IsTheSame()
    {
        ImmutableArray<Finding> whole = [Finding(0, 100, 0.9, Severity.Warning, Dimension.Validity)];
        ImmutableArray<Finding> tenth = [Finding(0, 10, 0.9, Severity.Warning, Dimension.Validity)];

        Assert.Equal(Score(whole), Grader.Grade(tenth, Rows / 10, Columns, [Dimension.Validity]).Overall.Value, 1e-9);
    }

    [Fact]
    public void Grade_ANote_CostsNothing()
    {
        var grade = Grader.Grade([Finding(0, Rows, 1, Severity.Note, Dimension.Validity)], Rows, Columns, [Dimension.Validity]);

        Assert.Empty(grade.Penalties);
        Assert.Equal(100, grade.Overall.Value);
    }

    [Theory]
    [InlineData(90, 'A')]
    [InlineData(89.99, 'B')]
    [InlineData(60, 'D')]
    [InlineData(59.9, 'F')]
    public void Letter_FollowsTheScore(double score, char letter) => Assert.Equal(letter, new Score(score).Letter);

    private static double Score(ImmutableArray<Finding> findings) => Grader.Grade(findings, Rows, Columns, [Dimension.Validity]).Overall.Value;

    private static Finding Finding(int column, long rows, double confidence, Severity severity, Dimension dimension) =>
        new(new("AS0000", "test", "Test", dimension, severity), [new(column, $"c{column}")], "")
        {
            AffectedRows = rows,
            Confidence = confidence,
        };
}
