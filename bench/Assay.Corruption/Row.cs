namespace Assays.Corruption;

/// <summary>Damages a row.</summary>
internal static class Row
{
    /// <summary>Exchanges the values of two columns.</summary>
    public static void Swap(string[] row, Random random)
    {
        var (one, other) = (random.Next(row.Length), random.Next(row.Length - 1));
        if (other >= one) other++;
        (row[one], row[other]) = (row[other], row[one]);
    }

    /// <summary>Moves the values from some column on one to the right; the last is lost.</summary>
    public static void Shift(string[] row, Random random)
    {
        var from = random.Next(row.Length - 2);
        for (var i = row.Length - 1; i > from; i--) row[i] = row[i - 1];
        row[from] = "";
    }
}
