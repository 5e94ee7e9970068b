namespace Assays.Cli;

/// <summary>What the command tells the shell.</summary>
internal static class ExitStatus
{
    /// <summary>Assessed, and no threshold was crossed.</summary>
    public const int Fine = 0;

    /// <summary>Assessed, and a threshold was crossed.</summary>
    public const int Crossed = 1;

    /// <summary>The call or the input cannot be used.</summary>
    public const int Unusable = 2;

    /// <summary>An engine or internal failure.</summary>
    public const int Failed = 3;

    public const int Interrupted = 130;
}
