namespace Assays.Labels.Audit;

/// <summary>What an audit has shown, for programs.</summary>
public static class AuditResultJson
{
    public static Task WriteAsync(AuditResult result, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        return LabelJson.WriteAsync(stream, json =>
        {
            json.WriteNumber("rows", result.Rows);
            json.WriteNumber("answers", result.Answers);
            json.WriteNumber("right", result.Right);
            json.WriteNumber("unsure", result.Unsure);
            json.Number("accuracy", result.Accuracy);
            json.Interval("interval", result.Exact);
            json.WriteString("verdict", result.Verdict.ToString().ToLowerInvariant());
            json.WriteBoolean("stratified", result.IsStratified);
            json.Interval("clopperPearson", result.ClopperPearson);
            json.Interval("wilson", result.Wilson);
            json.Interval("jeffreys", result.Jeffreys);
            json.Interval("anytime", result.Anytime);
            json.Number("claimProbability", result.ClaimProbability);
            json.Number("fewestToAccept", result.FewestToAccept);
            json.Number("fewestToReject", result.FewestToReject);
            json.Number("expectedMore", result.ExpectedMore);
            json.List("classes", result.Classes, each =>
            {
                json.WriteString("name", each.Name);
                json.WriteNumber("answers", each.Answers);
                json.WriteNumber("right", each.Right);
                json.Interval("interval", each.Interval);
            });
        }, cancellationToken);
    }
}
