using System.Globalization;
using System.Text;

namespace Assays.IntegrationTests.Servers;

/// <summary>Readings of a few instruments, with placeholders, gaps and slips in them.</summary>
internal static class Readings
{
    private static readonly string[] Instruments = ["north-1", "north-2", "south-1"];

    /// <summary>As CSV; the first column, in order also as a text, is a key.</summary>
    public static string Csv(int rows)
    {
        var chance = new Random(7);
        var text = new StringBuilder("id,taken,instrument,celsius,level,operator\n");
        for (var i = 0; i < rows; i++)
        {
            var taken = new DateTime(2024, 1, 1).AddMinutes(i * 7);
            var celsius = i % 997 == 0 ? -999 : Math.Round(20 + 5 * Math.Sin(i / 300.0) + chance.NextDouble(), 2);
            var instrument = i % 1501 == 3 ? "nroth-1" : Instruments[chance.Next(3)];
            var level = chance.Next(40) == 0 ? "" : chance.Next(100).ToString(CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{i + 100_001},{taken:yyyy-MM-dd HH:mm:ss},{instrument},{celsius},{level},{(i % 2003 == 5 ? "n/a" : "Ünal")}\n");
        }

        return text.ToString();
    }
}
