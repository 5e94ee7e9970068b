namespace Assays.AspNetCore;

/// <summary>How requests are held to a contract.</summary>
public sealed record ContractOptions
{
    /// <summary>Whether a request with a row that must not be used is answered with status 422; else rows are only counted.</summary>
    public bool Rejects { get; init; } = true;

    /// <summary>The property of the body that holds the rows, such as <c>instances</c>; none when the body is a row, or a list of rows, itself.</summary>
    public string? RowsProperty { get; init; }

    /// <summary>The longest body that is read, in bytes; longer ones are answered with status 413.</summary>
    public int LongestBody { get; init; } = 10_000_000;

    /// <summary>Rows over which figures such as means and shares are computed before they are compared with what the contract expects.</summary>
    public int Window { get; init; } = 1_000;
}
