using System.Buffers;

namespace Assays.Profiling.Semantics;

/// <summary>E-mail addresses: one @, a local part, and a domain with a dot.</summary>
public sealed class EmailMeaning() : Meaning(SemanticType.Email)
{
    public override bool IsPersonal => true;
    public override string? Detail => "e-mail address";
    public override bool IsNamed(ColumnName name) => name.HasAny("email", "mail", "emails");

    public override bool Looks(ReadOnlySpan<char> value)
    {
        var at = value.IndexOf('@');
        return at > 0 && value.LastIndexOf('@') == at && value.Length - at > 3 && value[at..].Contains('.') && !value.ContainsAny(" ,;/");
    }

    public override bool Fits(ReadOnlySpan<char> value)
    {
        if (!Looks(value) || value.Length > 254) return false;
        var at = value.IndexOf('@');
        var local = value[..at];
        var domain = value[(at + 1)..];
        if (local.Length > 64 || local[0] == '.' || local[^1] == '.' || value.IndexOf("..") >= 0) return false;
        var top = domain[(domain.LastIndexOf('.') + 1)..];
        return domain[0] is not ('.' or '-') && top.Length >= 2 && TextForm.IsAll(top, char.IsLetter)
            && TextForm.IsAll(domain, static letter => char.IsLetterOrDigit(letter) || letter is '.' or '-')
            && TextForm.IsAll(local, static letter => char.IsLetterOrDigit(letter) || letter > 127 || ".!#$%&'*+-/=?^_`{|}~".Contains(letter));
    }
}

/// <summary>Web addresses with a scheme, or that begin with www.</summary>
public sealed class UrlMeaning() : Meaning(SemanticType.Url)
{
    public override bool IsNamed(ColumnName name) => name.HasAny("url", "uri", "link", "website", "homepage", "href");

    public override bool Looks(ReadOnlySpan<char> value) =>
        value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || value.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase);

    public override bool Fits(ReadOnlySpan<char> value)
    {
        if (!Looks(value) || value.ContainsAny(" \t\"<>")) return false;
        var scheme = value.IndexOf("://");
        var host = scheme < 0 ? value : value[(scheme + 3)..];
        var end = host.IndexOfAny("/?#:");
        if (end >= 0) host = host[..end];
        return host.Length > 0 && host[0] != '.' && host[^1] != '.' && (host.Contains('.') || host is "localhost") && host.IndexOf("..") < 0;
    }

    /// <summary>Whether a value is an address without scheme and www., as people write them: names of hosts alone have too common a form to tell a column by.</summary>
    public static bool IsBare(ReadOnlySpan<char> value)
    {
        var end = value.IndexOfAny("/?#");
        var host = end < 0 ? value : value[..end];
        var top = host[(host.LastIndexOf('.') + 1)..];
        return top.Length >= 2 && top.Length < host.Length && host[0] != '.' && host.IndexOf("..") < 0 && TextForm.IsAll(top, char.IsAsciiLetter)
            && TextForm.IsAll(host, static letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-')
            // What almost begins with www. was meant to.
            && !host.StartsWith("ww", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>Telephone numbers: 7 to 15 digits in groups, as ITU E.164 allows.</summary>
public sealed class PhoneMeaning() : Meaning(SemanticType.Phone)
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("0123456789+-() ./x");

    public override bool IsPersonal => true;
    public override string? Detail => "telephone number";
    public override int DistinctNeeded => 5;
    public override bool IsNamed(ColumnName name) => name.HasAny("phone", "telephone", "tel", "mobile", "cell", "fax", "phones", "cellphone");

    public override bool Looks(ReadOnlySpan<char> value)
    {
        var digits = TextForm.Digits(value);
        return digits is >= 7 and <= 15 && !value.ContainsAnyExcept(Signs) && TextForm.Digits(value) >= 0.6 * value.Length;
    }

    /// <summary>Without a name that says so, only forms that nothing else has: a plus in front, an area code in parentheses, three groups.</summary>
    public bool IsUnmistakable(ReadOnlySpan<char> value) =>
        Looks(value) && (value[0] is '+' or '(' || (value.Length is 12 && value[3] is '-' && value[7] is '-'));
}
