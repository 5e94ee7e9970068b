namespace Assays.Labels.Agreement;

/// <summary>What annotators agree on, for programs.</summary>
public static class AgreementReportJson
{
    public static Task WriteAsync(AgreementReport report, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        return LabelJson.WriteAsync(stream, json =>
        {
            json.WriteNumber("items", report.Items.Length);
            json.WriteNumber("answers", report.Answers.All.Length);
            json.WriteString("consensus", report.UsesModel ? "crowdlab" : "dawid-skene");
            json.List("agreement", report.Coefficients, each =>
            {
                json.WriteString("name", each.Name);
                json.Number("value", each.Value);
                json.Interval("interval", each.Interval);
            });
            json.List("pairs", report.Pairs, each =>
            {
                json.WriteString("left", each.Left);
                json.WriteString("right", each.Right);
                json.WriteNumber("items", each.Items);
                json.Number("agreement", each.Agreement);
                json.Number("kappa", each.Kappa);
                json.Interval("interval", each.Interval);
            });
            json.List("annotators", report.Annotators, each =>
            {
                json.WriteString("name", each.Name);
                json.WriteNumber("answers", each.Answers);
                json.Number("quality", each.Quality);
            });
            json.List("confusions", report.Confusions, each =>
            {
                json.WriteString("class", each.Truth);
                json.WriteString("answer", each.Given);
                json.Number("answers", each.Answers);
                json.Number("share", each.Share);
            });
            json.List("consensusByItem", report.Items, each =>
            {
                json.WriteString("item", each.Name);
                json.WriteString("label", each.Label);
                json.Number("probability", each.Probability);
                json.WriteNumber("answers", each.Answers);
                json.WriteNumber("agreeing", each.Agreeing);
            });
        }, cancellationToken);
    }
}
