using Assays.Data;
using Assays.Sql.Dialects;

namespace Assays.Tests.Sql.Dialects;

public sealed class PostgresPatternTests
{
    [Theory]
    [InlineData(@"^[A-Z]{2}-\d{4}$", @"^[A-Z]{2}-\d{4}$")]
    [InlineData(@"a.c", @"a[^\n]c")]
    [InlineData(@"[.]a\.b", @"[.]a\.b")]
    [InlineData(@"\bcat\b\z", @"\ycat\y\Z")]
    [InlineData(@"[]a[:alpha:]^-]+(?:x|y)", @"[]a[:alpha:]^-]+(?:x|y)")]
    [InlineData(@"[^]]{3,255}", @"[^]]{3,255}")]
    public void Of_SaysTheSameInPostgresWords(string pattern, string expected) => Assert.Equal(expected, PostgresPattern.Of(pattern));

    [Theory]
    [InlineData(@"\p{L}+")]
    [InlineData(@"(?i)abc")]
    [InlineData(@"(?P<name>a)")]
    [InlineData(@"a{1,300}")]
    [InlineData(@"\Qa.b\E")]
    [InlineData(@"[\D]")]
    public void Of_WhatPostgresCannotSay_IsRefusedInOneLine(string pattern) =>
        Assert.DoesNotContain('\n', Assert.Throws<InputException>(() => PostgresPattern.Of(pattern)).Message);
}
