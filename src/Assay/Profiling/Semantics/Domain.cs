using System.Collections.Immutable;
using System.Numerics;

namespace Assays.Profiling.Semantics;

/// <summary>A shipped list of names of one kind: the countries in Spanish, the states of Mexico, the large cities of the world.</summary>
/// <param name="Kind">What its members are: country, language, month, weekday, state, colour, city.</param>
/// <param name="Members">Their names, plain (<see cref="Plain"/>).</param>
public sealed record Domain(string Kind, ImmutableArray<string> Members)
{
    private static readonly Lazy<Shipped> Lists = new(Shipped.Read);

    /// <summary>Every list; a kind has one for each language or country.</summary>
    public static ImmutableArray<Domain> All => Lists.Value.Domains;

    /// <summary>Whether the list is but a part of its kind: no list has every town.</summary>
    public bool IsOpen => Kind == "city";

    /// <summary>The kind with its article.</summary>
    public string Noun => $"a {Kind}";

    /// <summary>The numbers of the lists that have a name.</summary>
    /// <param name="plain">The name, plain.</param>
    public static IEnumerable<int> Holding(string plain)
    {
        ArgumentNullException.ThrowIfNull(plain);
        for (var lists = Lists.Value.Index.GetValueOrDefault(plain); lists != 0; lists &= lists - 1) yield return BitOperations.TrailingZeroCount(lists);
    }

    /// <summary>A name as the lists have it: in small letters, without accents and full stops.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return WordForm.Plain(text).Replace(".", "", StringComparison.Ordinal).Replace(" & ", " and ", StringComparison.Ordinal).Trim();
    }

    private sealed record Shipped(ImmutableArray<Domain> Domains, Dictionary<string, ulong> Index)
    {
        public static Shipped Read()
        {
            using var reader = new StreamReader(WordList.Open("domains.br"));
            var domains = new List<(string Kind, List<string> Members)>();
            var index = new Dictionary<string, ulong>(StringComparer.Ordinal);
            while (reader.ReadLine() is { } line)
            {
                if (line[0] == '#')
                {
                    domains.Add((line[1..], []));
                    continue;
                }

                domains[^1].Members.Add(line);
                index[line] = index.GetValueOrDefault(line) | (1UL << (domains.Count - 1));
            }

            return new([.. domains.Select(static domain => new Domain(domain.Kind, [.. domain.Members]))], index);
        }
    }
}
