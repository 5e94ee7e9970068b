using Assays.Profiling.Semantics;
using Assays.Statistics;

namespace Assays.Tests.Profiling.Semantics;

public sealed class VocabularyTests
{
    [Theory]
    [InlineData("maintenance")]
    [InlineData("portuguese")]
    [InlineData("liechtenstein")]
    [InlineData("hyperglycemia")]
    [InlineData("jorgensen")]
    [InlineData("housewares")]
    public void IsKnown_OfWordsNamesAndCompounds(string word) => Assert.True(Vocabulary.IsKnown(word));

    [Theory]
    [InlineData("maintenence")]
    [InlineData("portugese")]
    [InlineData("qwzzkj")]
    public void IsKnown_NotOfMisspellings(string word) => Assert.False(Vocabulary.IsKnown(word));

    [Fact]
    public void Near_NamesTheSlip() =>
        Assert.Equal(new NearWord("withdrawn", new(EditKind.Insertion, 3, '\0', 't')), Assert.Single(Vocabulary.Near("witthdrawn")));

    [Theory]
    [InlineData("Łódź", "lodz")]
    [InlineData("STRASSE", "strasse")]
    [InlineData("Straße", "strasse")]
    [InlineData("Ærø", "aero")]
    [InlineData("\ud800x", "\ud800x")]
    public void Plain_HasSmallLettersWithoutAccents(string text, string plain) => Assert.Equal(plain, WordForm.Plain(text));

    [Theory]
    [InlineData("stabilizer/controller: a 12-inch one", "stabilizer controller a one")]
    [InlineData("see docs.example.org or mail a@b.cc, John's", "see or mail John's")]
    [InlineData("", "")]
    public void Words_AreThoseOfText(string text, string words) =>
        Assert.Equal(words, string.Join(' ', WordForm.Words(text).Select(place => text.Substring(place.Start, place.Length))));

    [Fact]
    public void WordList_HoldsItsWordsAndNoOthers()
    {
        var list = WordList.Of(["alpha", "beta", "beta"]);

        Assert.Equal(2, list.Count);
        Assert.True(list.Contains("beta"));
        Assert.False(list.Contains("gamma"));
        Assert.False(list.Contains(""));
    }
}
