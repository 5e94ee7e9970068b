namespace Assays.Engines;

/// <summary>What an engine can do with a table beyond answering questions.</summary>
/// <param name="WritesCopies">Whether it writes the table, with changes, to a file.</param>
/// <param name="BytesPerCell">What a cell that comes into the process takes on a wire, about; 0 where there is none.</param>
public sealed record Capabilities(bool WritesCopies, int BytesPerCell)
{
    public static Capabilities Local { get; } = new(WritesCopies: true, BytesPerCell: 0);
}
