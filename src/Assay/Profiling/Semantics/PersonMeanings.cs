namespace Assays.Profiling.Semantics;

/// <summary>Names of persons: the column's name speaks of a person's name, or many values hold a common given name.</summary>
public sealed class PersonNameMeaning() : Meaning(SemanticType.Name)
{
    private static readonly CodeList Given = new(
        "James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George " +
        "Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack " +
        "Dennis Jerry Tyler Aaron Jose Henry Adam Douglas Nathan Peter Zachary Kyle Walter Harold Jeremy Ethan Carl Keith Roger Gerald Lawrence Sean Christian Arthur Mary Patricia " +
        "Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Nancy Lisa Margaret Betty Sandra Ashley Dorothy Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah " +
        "Stephanie Rebecca Laura Sharon Cynthia Kathleen Amy Angela Shirley Anna Ruth Brenda Pamela Nicole Katherine Virginia Catherine Christine Debra Rachel Carolyn Janet Maria " +
        "Heather Diane Julie Joyce Victoria Kelly Christina Joan Evelyn Lauren Judith Olivia Martha Cheryl Megan Andrea Ann Alice Jean Doris Jacqueline Kathryn Hannah Julia Gloria " +
        "Teresa Theresa Sara Janice Hans Klaus Wolfgang Jürgen Pierre Jacques Philippe Giuseppe Giovanni Carlos Juan Luis Miguel Pedro Antonio Francisco Manuel Ahmed Mohamed " +
        "Mohammed Muhammad Ali Fatima Ivan Sergei Dmitri Olga Natalia Wei Li Chen Hiroshi Yuki Raj Priya Amit Sofia Emma Noah Liam Lucas Mia Marie Sophie Anne Peter Martin Simon Felix");

    private static readonly string[] Named =
        ["firstname", "lastname", "fullname", "givenname", "familyname", "surname", "middlename", "maidenname", "fname", "lname", "forename", "patientname", "customername",
            "employeename", "studentname", "contactname", "passengername", "personname", "username", "patient", "person", "surnames"];

    private static readonly string[] Public = ["director", "author", "authors", "artist", "actor", "singer", "composer", "player", "coach", "owner"];

    public override string? Detail => "person's name";
    public override bool IsPersonal => true;
    public override int DistinctNeeded => 5;
    public override bool IsNamed(ColumnName name) => name.HasAny(Named);

    /// <summary>Whether the column's name speaks of persons in public roles, whose names are not hidden.</summary>
    public static bool IsPublicRole(ColumnName name) => name.HasAny(Public);

    public override bool Looks(ReadOnlySpan<char> value) =>
        value.Length is >= 2 and <= 60 && TextForm.Words(value) <= 5
        && TextForm.IsAll(value, static letter => char.IsLetter(letter) || letter is ' ' or '.' or '-' or '\'' or ',' or '’');

    /// <summary>Whether one of the words is a common given name.</summary>
    public static bool HasGivenName(ReadOnlySpan<char> value)
    {
        foreach (var word in value.SplitAny(' ', ',', '.'))
        {
            if (Given.Contains(value[word])) return true;
        }

        return false;
    }
}

/// <summary>Numbers that a state gives to persons: the form of the American one, or any where the name says so.</summary>
public sealed class PersonNumberMeaning() : Meaning(SemanticType.Identifier)
{
    public override string? Detail => "person's official number";
    public override bool IsPersonal => true;
    public override int DistinctNeeded => 5;

    public override bool IsNamed(ColumnName name) =>
        name.HasAny("ssn", "socialsecurity", "passport", "nationalid", "taxid", "nin", "driverslicense", "driverlicense", "licencenumber", "aadhaar", "passportno");

    public override bool Looks(ReadOnlySpan<char> value) =>
        value.Length == 11 && value[3] == '-' && value[6] == '-' && TextForm.Digits(value) == 9 && !value.StartsWith("000") && !value.StartsWith("666");
}
