using System.Collections.Immutable;
using Assays.Detectors;
using Assays.Detectors.Completeness;
using Assays.Detectors.Consistency;
using Assays.Detectors.Fitness;
using Assays.Detectors.Plausibility;
using Assays.Detectors.Timeliness;
using Assays.Detectors.Uniqueness;
using Assays.Detectors.Validity;

namespace Assays;

/// <summary>Every check of the core, in the order in which reports list them. A new detector adds its line here.</summary>
public static class CheckCatalog
{
    public static ImmutableArray<Check> All { get; } =
    [
        new NoRows(),
        new MissingValues(),
        new BlankValues(),
        new EmptyColumns(),
        new DisguisedGaps(),
        new GapsTogether(),
        new GapsByGroup(),
        new RecoverableValues(),
        new RaggedRows(),
        new BlankHeaders(),
        new DuplicateHeaders(),
        new AbsentHeader(),
        new BadBytes(),
        new UnbalancedQuotes(),
        new DamagedLines(),
        new DifferingFiles(),
        new Mojibake(),
        new StrayWhitespace(),
        new InvisibleCharacters(),
        new EscapedQuotes(),
        new MixedTypes(),
        new NumbersAsText(),
        new MixedDateFormats(),
        new AmbiguousDates(),
        new ImpossibleDates(),
        new WrongCheckDigits(),
        new MisfitValues(),
        new Misspellings(),
        new MisspeltWords(),
        new MisspeltNames(),
        new MalformedValues(),
        new SpellingVariants(),
        new AppendedMarks(),
        new BrokenDependencies(),
        new BrokenImplications(),
        new BrokenArithmetic(),
        new BrokenOrder(),
        new MergedCells(),
        new SourceConflicts(),
        new BorrowedKeys(),
        new DuplicateRows(),
        new NearDuplicateRows(),
        new BrokenKeys(),
        new BrokenCompositeKeys(),
        new FutureDates(),
        new SeriesGaps(),
        new RepeatedTimes(),
        new StuckRuns(),
        new NumericOutliers(),
        new FlippedSigns(),
        new DisturbedConstants(),
        new ConstantColumns(),
        new RedundantColumns(),
        new PersonalData(),
        new TargetLeakage(),
        new IdentifierFeatures(),
        new ClassImbalance(),
        new ConflictingLabels(),
    ];
}
