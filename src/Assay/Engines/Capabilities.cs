namespace Assays.Engines;

/// <summary>What an engine can do with a table beyond answering questions.</summary>
/// <param name="WritesCopies">Whether it writes the table, with changes, to a file.</param>
public sealed record Capabilities(bool WritesCopies)
{
    public static Capabilities All { get; } = new(true);
}
