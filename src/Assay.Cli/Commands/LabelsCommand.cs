using System.CommandLine;

namespace Assays.Cli.Commands;

/// <summary><c>assay labels</c>: is what the people labelled right?</summary>
internal static class LabelsCommand
{
    public static Command Create() => new("labels", "Is what the people labelled right? Audit by hand, check by models, compare annotators, review suspects.")
    {
        LabelsAuditCommand.Create(), LabelsCheckCommand.Create(), LabelsAgreeCommand.Create(), LabelsReviewCommand.Create(),
    };
}
