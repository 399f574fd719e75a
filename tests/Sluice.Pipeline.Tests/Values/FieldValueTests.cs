using System.Runtime.CompilerServices;

namespace Sluice.Pipeline.Tests;

public sealed class FieldValueTests(ITestOutputHelper output)
{
    [Fact]
    public void What_is_stored_comes_back_as_it_was() => Laws.Hold(output, 300_000, sample =>
    {
        var value = sample.Nested(depth: 3);
        var again = FieldValue.FromStored(value.ToStored());
        return again == value && again.GetHashCode() == value.GetHashCode() && again.ToStored() == value.ToStored()
            ? null
            : $"'{value.ToStored()}' came back as '{again.ToStored()}'";
    });

    [Fact]
    public void A_value_takes_24_bytes() => Assert.Equal(24, Unsafe.SizeOf<FieldValue>());

    [Theory]
    [InlineData("123456789012345678901234567890.12345678900")]
    [InlineData("-1.50")]
    [InlineData("6.02e23")]
    public void A_number_keeps_every_digit_it_was_written_with(string written)
    {
        var value = FieldValue.OfNumber(written);

        Assert.Equal(FieldKind.Decimal, value.Kind);
        Assert.Equal(written, value.ToString());
        Assert.Equal(written, FieldValue.FromStored(value.ToStored()).ToString());
    }

    [Theory]
    [InlineData("1,50")]
    [InlineData("1 000")]
    [InlineData("")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("0x10")]
    [InlineData("1e")]
    [InlineData("1e99999999999")]
    [InlineData("--1")]
    [InlineData("\u0661")]
    public void What_is_no_number_stays_text(string written) =>
        Assert.Equal(FieldValue.Of(written), FieldValue.OfNumber(written));

    [Fact]
    public void A_decimal_comes_back_with_its_scale()
    {
        Assert.Equal(1.00m, FieldValue.Of((decimal?)1.00m).Decimal);
        Assert.Equal("1.00", FieldValue.Of((decimal?)1.00m).ToString());
        Assert.Null(FieldValue.OfNumber("1e300").Decimal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("l9:tab")]
    [InlineData("l1")]
    [InlineData("l-1:")]
    [InlineData("iabc")]
    public void A_text_that_was_not_stored_here_is_refused(string stored) =>
        Assert.Throws<FormatException>(() => FieldValue.FromStored(stored));
}
