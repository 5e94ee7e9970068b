using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using Assays.Data;

namespace Assays.Tests.Architecture;

/// <summary>The direction of the data's way: a namespace of the core knows only those of its line.</summary>
public sealed class LayerTests
{
    private const string Root = "Assays";

    private static readonly ArchUnitNET.Domain.Architecture Core = new ArchLoader().LoadAssembly(typeof(Sample).Assembly).Build();

    private static readonly string[] BeforeDetectors = ["Data", "Sql", "Statistics", "Measures", "Engines", "Findings", "Profiling"];

    private static readonly Dictionary<string, string[]> Knows = new(StringComparer.Ordinal)
    {
        ["Data"] = [],
        ["Sql"] = ["Data"],
        ["Statistics"] = [],
        ["Measures"] = ["Data", "Sql", "Statistics"],
        ["Engines"] = ["Data", "Sql", "Measures"],
        ["Findings"] = ["Data", "Sql"],
        ["Profiling"] = ["Data", "Sql", "Statistics", "Measures", "Engines"],
        ["Detectors"] = BeforeDetectors,
        ["Labels"] = [.. BeforeDetectors, "Detectors"],
        ["Drift"] = [.. BeforeDetectors, "Detectors"],
        ["Features"] = [.. BeforeDetectors, "Detectors"],
        ["Contracts"] = [.. BeforeDetectors, "Detectors"],
        ["Grading"] = ["Data", "Findings"],
        ["Explaining"] = [.. BeforeDetectors, "Detectors", "Grading"],
        ["History"] = [.. BeforeDetectors, "Drift", "Grading"],
        ["Reports"] = ["Data", "Findings", "Grading", "Profiling", "Explaining", "History"],
    };

    public static TheoryData<string> Layers => [.. Knows.Keys];

    [Fact]
    public void Namespaces_AllHaveTheirLine()
    {
        var layers = Core.Types.Select(Layer).OfType<string>().Distinct();

        Assert.Empty(layers.Except(Knows.Keys));
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Namespace_KnowsOnlyWhatStandsBeforeIt(string layer)
    {
        var forbidden =
            from type in Core.Types
            where Layer(type) == layer
            from target in type.Dependencies.Select(static dependency => dependency.Target).Distinct()
            where IsOurs(target) && Layer(target) is var other && other != layer && (other is null || !Knows[layer].Contains(other))
            select $"{type.FullName} uses {target.FullName}";

        Assert.Empty(forbidden.Distinct());
    }

    private static bool IsOurs(IType type) => Core.Types.Contains(type);

    /// <summary>The namespace below the root; none for types that stand in the root itself and put everything together.</summary>
    private static string? Layer(IType type)
    {
        var name = type.Namespace?.FullName ?? "";
        if (!name.StartsWith($"{Root}.", StringComparison.Ordinal)) return null;
        return name[(Root.Length + 1)..].Split('.')[0];
    }
}
