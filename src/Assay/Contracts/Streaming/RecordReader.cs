using Assays.Data;

namespace Assays.Contracts.Streaming;

/// <summary>Records that come through a stream, one after the other. None is lost: what cannot be read is a record with a fault.</summary>
public abstract class RecordReader
{
    /// <summary>Characters or bytes of one record at most.</summary>
    protected const int LongestRecord = 16 << 20;

    private protected RecordReader() { }

    /// <summary>The columns of the records.</summary>
    public abstract Schema Schema { get; }

    /// <summary>Why the record that was read last is not one; none when it is.</summary>
    public string? Fault { get; private protected set; }

    /// <summary>Called before the stream is waited for, so that what is known so far can be handed on.</summary>
    public Func<CancellationToken, ValueTask>? BeforeWaiting { get; init; }

    /// <summary>Reads the next record.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="InputException">A record is longer than 16 million characters.</exception>
    public abstract ValueTask<bool> ReadAsync(RowCells row, CancellationToken cancellationToken = default);

    private protected static InputException TooLong(string where) => new($"{where} is longer than 16 million characters; is a quote left open?");
}
