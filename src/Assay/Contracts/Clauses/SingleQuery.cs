using Assays.Data;

namespace Assays.Contracts.Clauses;

/// <summary>
/// Makes sure that a query of a contract stays inside the parentheses that it is put into: a contract may come from somebody else, and a
/// second statement could write.
/// </summary>
internal static class SingleQuery
{
    /// <exception cref="InputException">The text has a second statement, leaves its parentheses, or hides text from this reading.</exception>
    public static string Of(string sql)
    {
        var query = sql.Trim().TrimEnd(';').TrimEnd();
        var depth = 0;
        for (var i = 0; i < query.Length; i++)
        {
            switch (query[i])
            {
                case '\'' or '"': i = End(query, query[i].ToString(), i + 1); break;
                case '-' when At(query, i + 1) == '-': i = query.IndexOf('\n', i) is var line and >= 0 ? line : query.Length; break;
                case '/' when At(query, i + 1) == '*': i = End(query, "*/", i + 2) + 1; break;
                case ';': throw new InputException("A query of the contract must be one SELECT.");
                case '$' when At(query, i + 1) is '$' or '_' || char.IsLetterOrDigit(At(query, i + 1)): throw new InputException("A query of the contract has a dollar sign outside of quotes.");
                // Escapes would let a quote stand inside of such a text.
                case 'e' or 'E' when At(query, i + 1) == '\'' && !char.IsLetterOrDigit(At(query, i - 1)): throw new InputException("A query of the contract has a text with escapes (E'…').");
                case '(': depth++; break;
                case ')' when --depth < 0: throw new InputException("A query of the contract closes a parenthesis that it did not open.");
            }
        }

        return query;
    }

    private static char At(string text, int index) => index >= 0 && index < text.Length ? text[index] : '\0';

    private static int End(string text, string mark, int from) =>
        from <= text.Length && text.IndexOf(mark, from, StringComparison.Ordinal) is var end and >= 0 ? end : throw new InputException("A query of the contract has a quote or a comment without an end.");
}
