using System.Collections.Immutable;
using Assays.Contracts.Clauses;
using Assays.Data;

namespace Assays.Contracts.Streaming;

/// <summary>Checks rows as they come: a verdict for each, and at the end what the contract's figures came to.</summary>
public static class StreamCheck
{
    /// <summary>Reads records until the stream ends.</summary>
    /// <param name="table">What the records must be.</param>
    /// <param name="input">NDJSON or delimited text; the first character that is no space tells which.</param>
    /// <param name="output">Where the verdicts go, see <see cref="VerdictWriter"/>.</param>
    /// <exception cref="InputException">The stream has no header, or a record has no end.</exception>
    public static async Task<StreamResult> RunAsync(ContractTable table, Stream input, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        VerdictWriter? verdicts = null;
        ValueTask HandOnAsync(CancellationToken token) => verdicts?.FlushAsync(token) ?? ValueTask.CompletedTask;
        var (isJson, whole) = await PeekAsync(input, cancellationToken);
        RecordReader rows = isJson
            ? new NdjsonRecords(whole, ColumnsOf(table)) { BeforeWaiting = HandOnAsync }
            : await CsvRecords.OpenAsync(whole, HandOnAsync, cancellationToken);
        using var held = rows as IDisposable;
        var judge = new RowJudge(ClauseCompiler.Compile(table, rows.Schema));
        verdicts = new(judge, output);
        var tally = new StreamTally(judge);
        var (row, broken) = (new RowCells(rows.Schema.Columns.Length), new List<int>());
        while (await rows.ReadAsync(row, cancellationToken))
        {
            broken.Clear();
            if (rows.Fault is null)
            {
                judge.Judge(row, broken);
                tally.Add(row, broken);
            }

            await verdicts.WriteAsync(rows.Fault, broken, cancellationToken);
        }

        await verdicts.FlushAsync(cancellationToken);
        return new(verdicts.Rows, verdicts.Invalid, tally.Figures(), judge.LeftOver);
    }

    /// <summary>The columns that records of a contract have, by the names that data use.</summary>
    public static Schema ColumnsOf(ContractTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new([.. table.Columns.Select(static (c, at) => new Column(at, c.PhysicalName ?? c.Name))]);
    }

    private static async Task<(bool IsJson, Stream Whole)> PeekAsync(Stream input, CancellationToken cancellationToken)
    {
        var head = new byte[4096];
        var length = 0;
        while (length < head.Length && head.AsSpan(0, length).Trim(" \t\r\n\uFEFF"u8).IsEmpty)
        {
            var read = await input.ReadAsync(head.AsMemory(length), cancellationToken);
            if (read == 0) break;
            length += read;
        }

        return (head.AsSpan(0, length).Trim(" \t\r\n\uFEFF"u8).StartsWith("{"u8), new PrefixedStream(head.AsMemory(0, length), input));
    }
}

/// <summary>What a stream came to.</summary>
/// <param name="Rows">Records that were read.</param>
/// <param name="Invalid">Records with a verdict of not valid.</param>
/// <param name="Figures">Each demand over the whole stream.</param>
/// <param name="LeftOver">Demands that a stream cannot tell.</param>
public sealed record StreamResult(long Rows, long Invalid, ImmutableArray<StreamFigure> Figures, ImmutableArray<Clause> LeftOver);
