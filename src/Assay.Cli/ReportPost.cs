using System.Net.Http.Headers;
using Assays.Data;
using Assays.Reports;

namespace Assays.Cli;

/// <summary>Sends a report to a server that the user named.</summary>
internal static class ReportPost
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    /// <exception cref="InputException">The server cannot be reached, does not answer in time, or refuses.</exception>
    public static async Task SendAsync(IReportFormat format, Assessment assessment, Uri address, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await format.WriteAsync(assessment, body, cancellationToken);
        using var content = new ByteArrayContent(body.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        // Credentials in an address are for the server, not for messages.
        var server = address.GetLeftPart(UriPartial.Path).Replace($"{address.UserInfo}@", "", StringComparison.Ordinal);
        try
        {
            using var client = new HttpClient { Timeout = Patience };
            using var answer = await client.PostAsync(address, content, cancellationToken);
            if (!answer.IsSuccessStatusCode) throw new InputException($"{server} refused the {format.Name} report: {(int)answer.StatusCode} {answer.ReasonPhrase}.");
        }
        catch (HttpRequestException error)
        {
            throw new InputException($"The {format.Name} report could not be sent to {server}: {error.Message}", error);
        }
        catch (TaskCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InputException($"{server} did not take the {format.Name} report within {Patience.TotalSeconds:0} seconds.", error);
        }
    }
}
