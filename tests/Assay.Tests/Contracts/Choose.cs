using CsCheck;

namespace Assays.Tests.Contracts;

internal static class Choose
{
    /// <summary>One of some values, each as likely.</summary>
    public static Gen<T> One<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);
}
