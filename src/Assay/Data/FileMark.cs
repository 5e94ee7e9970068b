namespace Assays.Data;

/// <summary>A file that a table was read from, as it was then.</summary>
/// <param name="Path">Its path from the folder that the source names, or before the first wildcard of its glob, with slashes; of a source of one file its name.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Modified">When it was last written, in UTC.</param>
public readonly record struct FileMark(string Path, long Bytes, DateTime Modified);
