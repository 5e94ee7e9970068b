using System.Collections.Immutable;
using System.Text.Json;
using Assays.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Assays.AspNetCore;

/// <summary>Holds requests of a service to a contract before they reach what answers them.</summary>
public static class ContractMiddleware
{
    /// <summary>Rows that an answer lists.</summary>
    private const int MostListed = 100;

    /// <summary>
    /// Judges the JSON bodies of requests row by row. A row that makes an error that no row may make is answered with status 422 and what it
    /// breaks, without its values; everything is counted in the meter <c>Assay.Contracts</c>. Requests without a JSON body go on as they are.
    /// </summary>
    /// <param name="table">What the rows must be, see <see cref="Contracts.Odcs.ContractFile"/>.</param>
    public static IApplicationBuilder UseContract(this IApplicationBuilder app, ContractTable table, ContractOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(table);
        var (settings, judge) = (options ?? new(), new RequestJudge(table, options ?? new()));
        app.ApplicationServices.GetService<IHostApplicationLifetime>()?.ApplicationStopped.Register(judge.Dispose);
        return app.Use((context, next) => InvokeAsync(context, next, judge, settings));
    }

    private static async Task InvokeAsync(HttpContext context, RequestDelegate next, RequestJudge judge, ContractOptions options)
    {
        if (!context.Request.HasJsonContentType())
        {
            await next(context);
            return;
        }

        using var body = new MemoryStream();
        if (!await ReadAsync(context.Request.Body, body, options.LongestBody, context.RequestAborted))
        {
            await AnswerAsync(context, StatusCodes.Status413PayloadTooLarge, $"The body is longer than {options.LongestBody} bytes.", []);
            return;
        }

        ImmutableArray<RejectedRow> rejected;
        try
        {
            rejected = judge.Judge(body.GetBuffer().AsSpan(0, (int)body.Length));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second is what a text of broken surrogates throws.
            await AnswerAsync(context, StatusCodes.Status400BadRequest, $"The body cannot be read as rows: {error.Message}", []);
            return;
        }

        if (options.Rejects && !rejected.IsEmpty)
        {
            await AnswerAsync(context, StatusCodes.Status422UnprocessableEntity, "Rows break the contract.", rejected);
            return;
        }

        var original = context.Request.Body;
        body.Position = 0;
        context.Request.Body = body;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Body = original;
        }
    }

    private static async Task<bool> ReadAsync(Stream from, MemoryStream to, int longest, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (to.Length + read > longest) return false;
            to.Write(buffer, 0, read);
        }

        return true;
    }

    private static async Task AnswerAsync(HttpContext context, int status, string title, ImmutableArray<RejectedRow> rejected)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("title", title);
        json.WriteNumber("status", status);
        if (!rejected.IsEmpty)
        {
            json.WriteNumber("rejected", rejected.Length);
            json.WriteStartArray("rows");
            foreach (var row in rejected.Take(MostListed)) Write(json, row);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);
    }

    private static void Write(Utf8JsonWriter json, RejectedRow row)
    {
        json.WriteStartObject();
        json.WriteNumber("row", row.Row);
        json.WriteStartArray("broken");
        foreach (var demand in row.Broken) json.WriteStringValue(demand);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
