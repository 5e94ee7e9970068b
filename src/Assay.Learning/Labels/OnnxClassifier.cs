using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Labels.Errors;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Assays.Learning.Labels;

/// <summary>
/// A classifier in ONNX, asked for the probabilities of rows. Its inputs are columns by name, or one matrix of the columns of numbers in the
/// table's order; its output a matrix of probabilities, or maps from class to probability, as converters write them.
/// </summary>
internal sealed class OnnxClassifier : IDisposable
{
    private readonly InferenceSession _session;
    private readonly string _path;

    /// <exception cref="InputException">The file is no model that can be run.</exception>
    public OnnxClassifier(string path)
    {
        _path = path;
        if (!File.Exists(path)) throw new InputException($"There is no model '{path}'.");
        try
        {
            using var options = new SessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            _session = new(path, options);
        }
        catch (OnnxRuntimeException error)
        {
            throw new InputException($"'{path}' is no ONNX model that can be run: {error.Message.ReplaceLineEndings(" ")}", error);
        }
    }

    public void Dispose() => _session.Dispose();

    /// <summary>Probabilities of the labelled rows, in the order of the labels' classes.</summary>
    /// <param name="sample">The rows.</param>
    /// <param name="labels">The rows that are judged, and the classes.</param>
    /// <param name="without">Columns that are no features.</param>
    /// <exception cref="InputException">The model does not fit the table.</exception>
    public ClassProbabilities Predict(Sample sample, GivenLabels labels, IReadOnlyCollection<Column> without)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(labels);
        var inputs = Inputs(sample, labels.Rows, without);
        try
        {
            using var results = _session.Run(inputs);
            foreach (var result in results.Reverse())
            {
                if (Read(result, labels) is { } values) return new ClassProbabilities(labels.Classes, values).Normalised();
            }
        }
        catch (OnnxRuntimeException error)
        {
            throw new InputException($"The model '{_path}' cannot be run on these rows: {error.Message.ReplaceLineEndings(" ")}", error);
        }

        throw new InputException(string.Create(CultureInfo.InvariantCulture, $"The model '{_path}' has no output of probabilities for {labels.Classes.Length} classes: {string.Join(", ", labels.Classes.Take(10))}."));
    }

    private List<NamedOnnxValue> Inputs(Sample sample, int[] rows, IReadOnlyCollection<Column> without)
    {
        var metadata = _session.InputMetadata;
        if (metadata.Keys.All(name => sample.Schema.Find(name) is not null))
        {
            return [.. metadata.Select(input => OfColumn(input.Key, input.Value, sample[sample.Schema.Find(input.Key)!], rows))];
        }

        if (metadata.Count != 1)
        {
            throw new InputException($"The model's inputs {string.Join(", ", metadata.Keys.Take(10).Select(static k => $"'{k}'"))} are not all columns of the table.");
        }

        var features = sample.Columns.Where(c => !without.Contains(c.Column)).ToArray();
        var (name, one) = metadata.Single();
        var width = one.Dimensions.Length == 2 ? one.Dimensions[1] : -1;
        if (width > 0 && width != features.Length)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"The model takes {width} numbers a row, and the table has {features.Length} other columns: leave out columns with --query."));
        }

        var tensor = new DenseTensor<float>([rows.Length, features.Length]);
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < features.Length; j++) tensor[i, j] = (float)features[j].Number(rows[i]);
        }

        return one.ElementDataType switch
        {
            TensorElementType.Float => [NamedOnnxValue.CreateFromTensor(name, tensor)],
            TensorElementType.Double => [NamedOnnxValue.CreateFromTensor(name, new DenseTensor<double>(Array.ConvertAll(tensor.ToArray(), static v => (double)v), tensor.Dimensions))],
            _ => throw new InputException($"The model's input '{name}' is no matrix of numbers; name its inputs as the table's columns."),
        };
    }

    private static NamedOnnxValue OfColumn(string name, NodeMetadata input, SampledColumn column, int[] rows)
    {
        int[] shape = input.Dimensions.Length == 1 ? [rows.Length] : [rows.Length, 1];
        return input.ElementDataType switch
        {
            TensorElementType.String => NamedOnnxValue.CreateFromTensor(name, new DenseTensor<string>(Array.ConvertAll(rows, row => column[row] ?? ""), shape)),
            TensorElementType.Int64 => NamedOnnxValue.CreateFromTensor(name, new DenseTensor<long>(Array.ConvertAll(rows, row => double.IsNaN(column.Number(row)) ? 0 : (long)column.Number(row)), shape)),
            TensorElementType.Double => NamedOnnxValue.CreateFromTensor(name, new DenseTensor<double>(Array.ConvertAll(rows, column.Number), shape)),
            TensorElementType.Float => NamedOnnxValue.CreateFromTensor(name, new DenseTensor<float>(Array.ConvertAll(rows, row => (float)column.Number(row)), shape)),
            _ => throw new InputException($"The model's input '{name}' takes {input.ElementDataType}, which is neither numbers nor texts."),
        };
    }

    /// <summary>An output as probabilities; none when it is something else, such as the chosen class.</summary>
    private static double[]? Read(DisposableNamedOnnxValue output, GivenLabels labels)
    {
        var (rows, classes) = (labels.Rows.Length, labels.Classes);
        return output.Value switch
        {
            Tensor<float> t when t.Dimensions.Length == 2 && t.Dimensions[0] == rows && t.Dimensions[1] == classes.Length => Array.ConvertAll(t.ToArray(), static v => (double)v),
            Tensor<double> t when t.Dimensions.Length == 2 && t.Dimensions[0] == rows && t.Dimensions[1] == classes.Length => t.ToArray(),
            IEnumerable<DisposableNamedOnnxValue> maps => OfMaps(maps, classes),
            _ => null,
        };
    }

    private static double[]? OfMaps(IEnumerable<DisposableNamedOnnxValue> maps, ImmutableArray<string> classes)
    {
        var values = new List<double>();
        foreach (var map in maps)
        {
            var byName = map.Value switch
            {
                IDictionary<string, float> names => names.ToDictionary(static p => p.Key, static p => p.Value, StringComparer.Ordinal),
                IDictionary<long, float> numbers => numbers.ToDictionary(static p => p.Key.ToString(CultureInfo.InvariantCulture), static p => p.Value, StringComparer.Ordinal),
                _ => null,
            };
            if (byName is null || !classes.All(byName.ContainsKey)) return null;
            values.AddRange(classes.Select(name => (double)byName[name]));
        }

        return [.. values];
    }
}
