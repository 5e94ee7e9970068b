namespace Assays.Engines;

/// <summary>
/// An engine failed while it worked: a server went away, a query took too long. The message is one line for a person.
/// Programs end with exit status 3.
/// </summary>
public sealed class EngineException : Exception
{
    public EngineException(string message) : base(message) { }
    public EngineException(string message, Exception inner) : base(message, inner) { }
    public EngineException() : base("The engine failed.") { }
}
