using Assays.Findings;

namespace Assays.Detectors.Fitness;

/// <summary>Columns whose values are about persons, so that whoever uses the table knows.</summary>
public sealed class PersonalData : Detector
{
    public override Rule Rule { get; } = new("AS0904", "personal-data", "Personal data", Dimension.Plausibility, Severity.Note);

    public override IEnumerable<Finding> Judge(Examination examination) =>
        from profile in examination.Profile.Columns
        where profile.IsPersonal && profile.Present > 0
        let kind = profile.SemanticDetail ?? Words(profile.Semantic.ToString())
        select new Finding(Rule, [profile.Column],
            $"{profile.Column.Label} holds personal data ({kind}, in {Wording.Count(profile.Present, "row")}); its values are hidden in reports.")
        {
            AffectedRows = profile.Present,
            Evidence = [new("kind", kind)],
        };

    private static string Words(string name) => string.Concat(name.Select(static (letter, at) => at > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
