using System.Text;

namespace Assays.Quality;

/// <summary>Whether flags of a confidence are right as often as it says, in tenths.</summary>
internal sealed class Reliability
{
    private const int Width = 50;

    private readonly (int Flags, int Hits, double Sum)[] _bins = new (int, int, double)[10];

    /// <summary>The mean distance of confidence and share of hits, weighted by flags (expected calibration error).</summary>
    public double Error => _bins.Sum(static bin => Math.Abs(bin.Sum - bin.Hits)) / Math.Max(1, _bins.Sum(static bin => bin.Flags));

    public void Add(double confidence, bool isHit)
    {
        ref var bin = ref _bins[Math.Clamp((int)(confidence * 10), 0, 9)];
        bin = (bin.Flags + 1, bin.Hits + (isHit ? 1 : 0), bin.Sum + confidence);
    }

    public void Write(StringBuilder text)
    {
        text.Append("| confidence | flags | mean confidence | right |\n|---|---|---|---|\n");
        for (var i = 0; i < _bins.Length; i++)
        {
            var (flags, hits, sum) = _bins[i];
            if (flags > 0) text.Append($"| {i / 10.0:0.0} to {(i + 1) / 10.0:0.0} | {flags} | {sum / flags:0.000} | {(double)hits / flags:0.000} |\n");
        }

        text.Append($"\nExpected calibration error {Error:0.000}. The diagram: a bar as long as the share that is right, `|` where the mean confidence is.\n\n```text\n");
        for (var i = 0; i < _bins.Length; i++)
        {
            var (flags, hits, sum) = _bins[i];
            if (flags > 0) text.Append($"{i / 10.0:0.0} to {(i + 1) / 10.0:0.0}  {Bar((double)hits / flags, sum / flags)}\n");
        }

        text.Append($"            0{new string(' ', Width - 2)}1\n```\n");
    }

    private static string Bar(double right, double confidence)
    {
        var bar = new string('█', (int)Math.Round(right * Width)).PadRight(Width + 1).ToCharArray();
        bar[(int)Math.Round(confidence * Width)] = '|';
        return new string(bar).TrimEnd();
    }
}
