using Assays.Data;

namespace Assays.Tests.Data;

public sealed class ServerAddressTests
{
    [Fact]
    public void Parse_TakesTheTableFromTheOptions_AndHidesThePassword()
    {
        var source = Assert.IsType<Source.Server>(Source.Parse("postgres://me:s3cret%2F@db.example.org:5433/shop?table=sales.orders&sslmode=require"));

        Assert.Equal("sales.orders", source.Table);
        Assert.Equal("postgres://me@db.example.org:5433/shop?table=sales.orders", source.Name);
        Assert.DoesNotContain("s3cret", $"{source} {new Source.Query("SELECT 1", source)}", StringComparison.Ordinal);
    }

    [Fact]
    public void Server_HidesThePasswordThatWasAskedFor() =>
        Assert.DoesNotContain("s3cret", $"{Assert.IsType<Source.Server>(Source.Parse("postgres://me@host/shop")) with { Password = "s3cret" }}", StringComparison.Ordinal);

    [Theory]
    [InlineData("postgres://me:s3cret/x@host/db")]
    [InlineData("postgres://me:s3cret?x@host/db")]
    [InlineData("postgres://me:s3cret#x@host/db")]
    [InlineData("postgres://me:s3cret@ho st/db")]
    [InlineData("postgres://me:s3cret@host:99999/db")]
    [InlineData("postgres://me:s3cret@host/db?table")]
    public void Parse_RefusesWhatItCannotRead_WithoutRepeatingThePassword(string text)
    {
        var error = Assert.Throws<InputException>(() => Source.Parse(text));

        Assert.DoesNotContain("s3cret", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
