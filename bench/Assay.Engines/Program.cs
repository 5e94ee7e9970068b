using System.Globalization;
using Assays.EnginesBench;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
// Without arguments: measures everything and writes docs/engines.md. --rows N makes the largest table of files smaller, to try it.
var most = Array.IndexOf(args, "--rows") is var at and >= 0 && at + 1 < args.Length ? long.Parse(args[at + 1]) : 100_000_000;
var text = $"""
    # Engines

    Written by `dotnet run --project bench/Assay.Engines -c Release`, which installs nothing, starts PostgreSQL and two ClickHouse servers of its own, fills
    them, and takes them away. That the same table gives the same report and the same outcomes of a contract in every engine is tested with real tables and
    with hostile names and values (`tests/Assay.IntegrationTests`); here is what it costs.

    {await Wire.MeasureAsync()}
    {await Shards.MeasureAsync()}
    {await Growth.MeasureAsync(most)}
    """;
Console.WriteLine(text);
if (most == 100_000_000) await File.WriteAllTextAsync("docs/engines.md", text);
