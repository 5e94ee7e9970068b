using Assays.Contracts;
using Assays.Contracts.Clauses;
using Assays.Contracts.Imports;
using Assays.Contracts.Odcs;
using Assays.Findings;
using Assays.Tests.Contracts.Odcs;

namespace Assays.Tests.Contracts.Imports;

/// <summary>Imports a foreign file, writes it as the standard wants it, reads it back and checks a table with it.</summary>
internal static class ImportTrial
{
    /// <summary>The demands that a table breaks, by their clauses' kinds, in the order of the contract.</summary>
    public static async Task<string[]> BrokenAsync(string file, string csv)
    {
        var imported = ContractImport.Parse(file, "shop.yml");
        Assert.Empty(await OdcsSchema.ComplaintsAsync(imported));
        var contract = ContractFile.Parse(ContractWriter.Write(imported), "imported");
        Assert.Equal(ContractWriter.Write(imported), ContractWriter.Write(contract));

        await using var table = await TextTable.OpenAsync(csv);
        var clauses = ClauseCompiler.Compile(contract.Tables[0], table.Table.Schema);
        var outcomes = await ContractChecker.CheckAsync(table.Table, clauses);
        Assert.All(outcomes.OfType<Outcome.Failed>(), static failed => Assert.Fail($"{failed.Rule.Title}: {failed.Error}"));
        return [.. outcomes.OfType<Outcome.Ran>().SelectMany(static o => o.Findings).Where(static f => f.Severity > Severity.Note).Select(static f => f.Explanation)];
    }

    /// <summary>Asserts that the good table keeps what a file demands, and that the bad one breaks just one demand.</summary>
    public static async Task TellsApartAsync(string file, string good, string bad)
    {
        Assert.Empty(ContractImport.Parse(file, "shop.yml").Warnings);
        Assert.Empty(await BrokenAsync(file, good));
        Assert.Single(await BrokenAsync(file, bad));
    }
}
