namespace Assays.Labels.Audit;

/// <summary>An audit one answer at a time: which line is next, what is known, and whether that is enough. It knows of no terminal.</summary>
public sealed class AuditSession(AuditSheet sheet, AuditTerms terms)
{
    public AuditSheet Sheet { get; private set; } = sheet;

    public AuditTerms Terms { get; } = terms;

    /// <summary>The place of the next line without a verdict; none when all have one.</summary>
    public int? Next
    {
        get
        {
            for (var i = 0; i < Sheet.Lines.Length; i++)
            {
                if (Sheet.Lines[i].Verdict is null) return i;
            }

            return null;
        }
    }

    /// <summary>What is known; none before the first answer.</summary>
    public AuditResult? Result => Sheet.Lines.Any(static l => l.Verdict is AuditVerdict.Right or AuditVerdict.Wrong) ? AuditResult.Of(Sheet, Terms) : null;

    /// <summary>Whether the question is settled: decided, or nothing left to ask.</summary>
    public bool IsSettled => Next is null || (Result is { IsStratified: false } result && result.Verdict != Verdict.Continue);

    /// <summary>Takes the answer about the next line.</summary>
    public void Answer(AuditVerdict verdict)
    {
        if (Next is { } at) Set(at, verdict);
    }

    /// <summary>Takes the last answer back.</summary>
    public void Back()
    {
        for (var i = Sheet.Lines.Length - 1; i >= 0; i--)
        {
            if (Sheet.Lines[i].Verdict is null) continue;
            Set(i, null);
            return;
        }
    }

    private void Set(int at, AuditVerdict? verdict) => Sheet = Sheet with { Lines = Sheet.Lines.SetItem(at, Sheet.Lines[at] with { Verdict = verdict }) };
}
