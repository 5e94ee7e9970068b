namespace Assays.Data;

/// <summary>
/// The call or the input cannot be used. The message is one line for a person: what is wrong and how to mend it.
/// Programs end with exit status 2.
/// </summary>
public sealed class InputException : Exception
{
    public InputException(string message) : base(message) { }
    public InputException(string message, Exception inner) : base(message, inner) { }
    public InputException() : base("The input cannot be used.") { }
}
