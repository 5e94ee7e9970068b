using Assays.Data;
using DuckDB.NET.Native;

namespace Assays.Engines.DuckDb;

/// <summary>
/// The answer to one query in blocks of rows, each read column by column from the engine's own vectors: columns can be taken side by side, and while
/// one is read its encoder stays in the processor's cache, where row by row those of the other columns drive it out.
/// </summary>
internal sealed unsafe class DuckDbBlocks(DuckDBResult result) : IDisposable
{
    /// <summary>The engine's chunks, of 2,048 rows, that make a block.</summary>
    private const int ChunksPerBlock = 16;

    private readonly List<DuckDBDataChunk> _chunks = [];

    /// <summary>Goes on to the next block; false at the end.</summary>
    public bool Next()
    {
        Release();
        while (_chunks.Count < ChunksPerBlock)
        {
            var chunk = NativeMethods.Query.DuckDBFetchChunk(result);
            if (chunk.IsInvalid) break;
            _chunks.Add(chunk);
        }

        return _chunks.Count > 0;
    }

    /// <summary>The block's values of a BIGINT field that is never null.</summary>
    public void Integers(int field, List<long> to)
    {
        foreach (var chunk in _chunks)
        {
            var vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, field);
            to.AddRange(new ReadOnlySpan<long>(NativeMethods.Vectors.DuckDBVectorGetData(vector), Rows(chunk)));
        }
    }

    /// <summary>The block's values of a VARCHAR field. Fields may be read side by side.</summary>
    public void Texts(int field, ColumnEncoder to)
    {
        foreach (var chunk in _chunks)
        {
            var vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, field);
            var texts = (DuckDBString*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
            var present = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
            var rows = Rows(chunk);
            for (var row = 0; row < rows; row++)
            {
                var isNull = present != null && (present[row >> 6] >> row & 1) == 0;
                to.Add(isNull ? [] : new ReadOnlySpan<byte>(texts[row].Data, texts[row].Length));
            }
        }
    }

    public void Dispose()
    {
        Release();
        NativeMethods.Query.DuckDBDestroyResult(ref result);
    }

    private static int Rows(DuckDBDataChunk chunk) => (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);

    private void Release()
    {
        foreach (var chunk in _chunks) chunk.Dispose();
        _chunks.Clear();
    }
}
