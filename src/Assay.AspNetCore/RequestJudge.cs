using System.Collections.Immutable;
using System.Text.Json;
using Assays.Contracts;
using Assays.Contracts.Clauses;
using Assays.Contracts.Streaming;

namespace Assays.AspNetCore;

/// <summary>A row of a request that must not be used, and what it breaks.</summary>
internal readonly record struct RejectedRow(int Row, ImmutableArray<string> Broken);

/// <summary>Judges the rows of a body: one object, or a list of objects.</summary>
internal sealed class RequestJudge : IDisposable
{
    private readonly ContractOptions _options;
    private readonly RowJudge _judge;
    private readonly JsonRecord _record;
    private readonly DriftMeter _meter;
    private readonly int _columns;

    public RequestJudge(ContractTable table, ContractOptions options)
    {
        var schema = StreamCheck.ColumnsOf(table);
        (_options, _columns, _record) = (options, schema.Columns.Length, new(schema));
        _judge = new(ClauseCompiler.Compile(table, schema));
        _meter = new(table.Name, _judge, options.Window);
    }

    public void Dispose() => _meter.Dispose();

    /// <returns>The rows that must not be used.</returns>
    /// <exception cref="JsonException">The body has no rows.</exception>
    public ImmutableArray<RejectedRow> Judge(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        json.Read();
        if (_options.RowsProperty is { } property && !Enter(ref json, property)) throw new JsonException($"The body has no property '{property}'.");
        var rejected = ImmutableArray.CreateBuilder<RejectedRow>();
        var (row, broken, at) = (new RowCells(_columns), new List<int>(), 0);
        if (json.TokenType == JsonTokenType.StartObject)
        {
            Judge(ref json, row, broken, at, rejected);
        }
        else
        {
            if (json.TokenType != JsonTokenType.StartArray) throw new JsonException("Rows are an object or a list of objects.");
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                if (json.TokenType != JsonTokenType.StartObject) throw new JsonException("A row is no object.");
                Judge(ref json, row, broken, at++, rejected);
            }
        }

        // What stands behind the rows must be JSON too.
        while (json.Read()) continue;
        return rejected.ToImmutable();
    }

    private static bool Enter(ref Utf8JsonReader json, string property)
    {
        if (json.TokenType != JsonTokenType.StartObject) return false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = json.ValueTextEquals(property);
            json.Read();
            if (isIt) return true;
            json.Skip();
        }

        return false;
    }

    private void Judge(ref Utf8JsonReader json, RowCells row, List<int> broken, int at, ImmutableArray<RejectedRow>.Builder rejected)
    {
        _record.Read(ref json, row);
        _judge.Judge(row, broken);
        ImmutableArray<string> reasons = [.. broken.Select(demand => _judge.Demands[demand]).Where(RowJudge.Rejects).Select(static demand => demand.Title)];
        _meter.Add(row, broken, reasons.IsEmpty);
        if (!reasons.IsEmpty) rejected.Add(new(at, reasons));
    }
}
