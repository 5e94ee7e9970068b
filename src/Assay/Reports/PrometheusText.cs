using System.Globalization;
using System.Text;

namespace Assays.Reports;

/// <summary>Writes metrics in the text format that Prometheus reads (version 0.0.4). Labels may hold any text.</summary>
public sealed class PrometheusText
{
    /// <summary>What the format is called over HTTP.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();
    private string _family = "";

    /// <summary>Begins a family of samples.</summary>
    /// <param name="name">The metric's name: letters, digits and underscores.</param>
    /// <param name="type"><c>gauge</c> or <c>counter</c>.</param>
    /// <param name="help">What it is, in one line.</param>
    public void Begin(string name, string type, string help)
    {
        _family = name;
        _text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
    }

    /// <summary>Writes a sample of the family that was begun last.</summary>
    public void Add(double value, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        _text.Append(_family).Append('{');
        for (var i = 0; i < labels.Length; i++)
        {
            if (i > 0) _text.Append(',');
            _text.Append(labels[i].Name).Append("=\"").Append(Escape(labels[i].Value)).Append('"');
        }

        _text.Append("} ").Append(Number(value)).Append('\n');
    }

    public override string ToString() => _text.ToString();

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Number(double value) => value switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
