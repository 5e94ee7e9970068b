using Assays.Data;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;

namespace Assays.Tests.Engines.Sources;

public sealed class DatabaseFileTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sqlite_KeepsValuesOfEveryKindAsTheyAre()
    {
        var path = Sqlite("CREATE TABLE t(id INTEGER, x); INSERT INTO t VALUES (1, '007'), (2, 7), (3, 7.0), (4, 1e300), (5, x'CAFE'), (6, NULL), ('seven', 'N/A')");

        var table = await Opened.FromAsync(new Source.Files(path));

        Assert.Equal(["007", "7", "7.0", "1E+300", "x'CAFE'", null, "N/A"], table.Rows.Select(static r => r[1]));
        Assert.Equal("seven", table.Rows[6][0]);
        Assert.Equal("SQLite, table 't'", table.Structure.Format);
    }

    [Fact]
    public async Task Sqlite_ReadsTheTableOrViewThatIsAskedFor_WhateverItsName()
    {
        var path = Sqlite("""CREATE TABLE orders(id, "a b", "a""b" AS (id + 1)); INSERT INTO orders VALUES (1, 2); CREATE VIEW "sum's; --" AS SELECT count(*) n FROM orders""");

        Assert.Equal(["id", "a b", "a\"b"], (await Opened.FromAsync(Source.Parse($"{path}::Orders"))).Names);
        Assert.Equal([["1"]], (await Opened.FromAsync(Source.Parse($"{path}::sum's; --"))).Rows);
        Assert.Contains("orders", await RefusalAsync(path), StringComparison.Ordinal);
        Assert.Contains("orders", await RefusalAsync($"{path}::nothing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sqlite_IsReadWithoutMakingAFileBesideIt()
    {
        var path = Sqlite("PRAGMA journal_mode = WAL; CREATE TABLE t(id); INSERT INTO t VALUES (1)");

        await Opened.FromAsync(new Source.Files(path));

        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Sqlite_SeesWhatIsStillInTheLog()
    {
        var path = Path.Combine(_folder.Path, "live.db");
        using var writer = new SqliteConnection($"Data Source={path};Pooling=False");
        writer.Open();
        Run(writer, "PRAGMA journal_mode = WAL; CREATE TABLE t(id); INSERT INTO t VALUES (1), (2)");

        Assert.Equal(2, (await Opened.FromAsync(new Source.Files(path))).Rows.Length);
    }

    [Fact]
    public async Task Sqlite_CutsAValueThatIsLongerThanIsKept()
    {
        var path = Sqlite("CREATE TABLE t(id, x); INSERT INTO t VALUES (1, printf('%.*c', 3000000, 'x')), (2, 'y')");

        var table = await Opened.FromAsync(new Source.Files(path));

        Assert.Equal(1 << 20, table.Rows[0][1]!.Length);
        Assert.Equal(StructureFaultKind.TruncatedField, Assert.Single(table.Structure.Faults).Kind);
    }

    [Fact]
    public async Task Sqlite_ThatIsDamagedOrEmpty_IsRefused()
    {
        var bytes = File.ReadAllBytes(Sqlite("CREATE TABLE t(id); INSERT INTO t VALUES (1)"));

        Assert.Contains("SQLite", await Opened.RefusalOfAsync(bytes[..(bytes.Length / 2)], "a.db"), StringComparison.Ordinal);
        Assert.Contains("no table", await RefusalAsync(Sqlite("CREATE TABLE t(id); DROP TABLE t", "none.db")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DuckDb_ReadsTypedTablesAndViews_AndNumbersRowsWithoutHoles()
    {
        var path = Path.Combine(_folder.Path, "shop's.duckdb");
        DuckDb(path, """
            CREATE TABLE t(id INTEGER, x DOUBLE); INSERT INTO t VALUES (1, 1.5), (2, NULL), (3, 2.5); DELETE FROM t WHERE id = 2;
            CREATE SCHEMA s; CREATE TABLE s.t AS SELECT 9 AS rowid; CREATE VIEW v AS SELECT id FROM t
            """);

        var table = await Opened.FromAsync(Source.Parse($"{path}::t"));

        Assert.Equal([["1", "1.5"], ["3", "2.5"]], table.Rows);
        Assert.Equal([0, 1], table.RowNumbers);
        Assert.Equal(ColumnKind.Integer, table.Schema.Columns[0].Kind);
        Assert.Equal([["1"], ["3"]], (await Opened.FromAsync(Source.Parse($"{path}::v"))).Rows);
        Assert.Equal(["rowid"], (await Opened.FromAsync(Source.Parse($"{path}::s.t"))).Names);
        Assert.Contains("s.t", await RefusalAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DuckDb_ThatIsDamaged_IsRefused()
    {
        var path = Path.Combine(_folder.Path, "a.duckdb");
        DuckDb(path, "CREATE TABLE t AS SELECT range AS id FROM range(1000)");

        await Opened.RefusalOfAsync(File.ReadAllBytes(path)[..5000], "cut.duckdb");
    }

    private static async Task<string> RefusalAsync(string source)
    {
        var error = await Assert.ThrowsAsync<InputException>(() => Opened.FromAsync(Source.Parse(source)));
        Assert.DoesNotContain('\n', error.Message);
        return error.Message;
    }

    private string Sqlite(string sql, string name = "shop.db")
    {
        var path = Path.Combine(_folder.Path, name);
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Run(connection, sql);
        return path;
    }

    private static void DuckDb(string path, string sql)
    {
        using var connection = new DuckDBConnection($"Data Source={path}");
        connection.Open();
        Run(connection, sql);
    }

    private static void Run(System.Data.Common.DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
