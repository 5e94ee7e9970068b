using Assays.Contracts;
using Assays.Contracts.Odcs;
using Assays.Data;
using CsCheck;

namespace Assays.Tests.Contracts;

public sealed class QuarantineTests : IDisposable
{
    private const string Rules = """
        apiVersion: v3.1.0
        kind: DataContract
        id: t
        version: '1'
        status: active
        schema:
        - name: t
          properties:
          - {name: k, unique: true}
          - {name: n, required: true, logicalType: integer, logicalTypeOptions: {minimum: 0, maximum: 5}}
          - name: c
            quality: [{metric: invalidValues, arguments: {validValues: [a, b]}, mustBe: 0}]
        """;

    private static readonly Contract Contract = ContractFile.Parse(Rules, "test");

    private static readonly Gen<string> Row =
        from k in Gen.Int[0, 30]
        from n in Gen.OneOf(Gen.Const(""), Gen.Const("1"), Gen.Const("5"), Gen.Const("6"), Gen.Const("-1"), Gen.Const("x"), Gen.Const("2.5"))
        from c in Gen.OneOf(Gen.Const(""), Gen.Const("a"), Gen.Const("b"), Gen.Const("z"))
        select $"{k},{n},{c}";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("assay-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task EveryRow_GoesToExactlyOneFile() => Row.Array[1, 25].SampleAsync(async rows =>
    {
        var (source, valid, quarantine) = (Path("in.csv"), Path("valid.csv"), Path("quarantine.csv"));
        await File.WriteAllTextAsync(source, $"k,n,c\n{string.Join('\n', rows)}\n");

        await Assay.SplitAsync(new Source.Files(source), Contract, valid, quarantine);

        var (good, bad) = (await LinesAsync(valid), await LinesAsync(quarantine));
        Assert.Equal(rows.Order(StringComparer.Ordinal), good.Concat(bad.Select(static line => string.Join(',', line.Split(',')[..3]))).Order(StringComparer.Ordinal));
        var keys = rows.CountBy(static r => r.Split(',')[0]).Where(static k => k.Value > 1).Select(static k => k.Key).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(rows.Where(r => !keys.Contains(r.Split(',')[0]) && r.Split(',')[1] is "1" or "5" && r.Split(',')[2] != "z" && !keys.Contains(r.Split(',')[0])), good);
    }, iter: 15, threads: 1);

    private static readonly Gen<string> Hostile = Gen.OneOf(
        Choose.One("", " ", "\"", "\"\"", "a,b", "a;b", "line\nbreak", "'); DROP TABLE t; --", "NULL", "\\N", "=1+1", "-", "\ufeff", "é\u0301", "𝒳", "\t", "1e999", "00012", "0", "3"),
        Gen.String[Gen.Char["\",';\\ a0\n\té%{}$"], 0, 5]);

    /// <summary>Whatever the cells are, no row is lost or made, and none changes on the way.</summary>
    [Fact]
    public Task RowsOfHostileValues_AreAllKept() => Hostile.Array[3].Array[1, 25].SampleAsync(async rows =>
    {
        var (source, valid, quarantine) = (Path("in.csv"), Path("valid.csv"), Path("quarantine.csv"));
        await File.WriteAllTextAsync(source, $"k,n,c\n{string.Concat(rows.Select(static r => $"{string.Join(',', r.Select(static v => $"\"{v.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))}\n"))}");

        await Assay.SplitAsync(new Source.Files(source), Contract, valid, quarantine);

        var (all, good, bad) = (await RowsAsync(source), await RowsAsync(valid), await RowsAsync(quarantine));
        Assert.Equal(rows.Length, all.Length);
        Assert.Equal(all.Order(StringComparer.Ordinal), good.Concat(bad).Order(StringComparer.Ordinal));
    }, iter: 30, threads: 1);

    private static async Task<string[]> RowsAsync(string path)
    {
        await using var table = await Assay.OpenAsync(new Source.Files(path));
        var sample = await table.SampleAsync(1_000, 0);
        return [.. Enumerable.Range(0, sample.Rows).Select(row => string.Join('\u0001', sample.Columns.Take(3).Select(column => column[row])))];
    }

    private string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    private static async Task<string[]> LinesAsync(string path) => [.. (await File.ReadAllLinesAsync(path)).Skip(1).Select(static l => l.Replace("\"", "", StringComparison.Ordinal))];
}
