namespace Assays.IntegrationTests.Servers;

/// <summary>Waits for what a server does, however long that takes, and reads what came of it.</summary>
internal static class Waiting
{
    public static async Task UntilAsync(Func<Task<long>> ask, Func<long, bool> isSo)
    {
        while (!isSo(await ask())) await Task.Delay(50, TestContext.Current.CancellationToken);
    }

    /// <summary>An error as a person sees it: one line.</summary>
    public static string OneLine(string errors)
    {
        Assert.DoesNotContain('\n', errors.TrimEnd());
        return errors;
    }
}
