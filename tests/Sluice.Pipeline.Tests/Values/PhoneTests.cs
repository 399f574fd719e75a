namespace Sluice.Pipeline.Tests;

public sealed class PhoneTests
{
    [Theory]
    [InlineData("NO", "22 33 44 55", "+4722334455")]
    [InlineData("nor", "22 33 44 55", "+4722334455")]
    [InlineData("NO", "0047 22334455", "+4722334455")]
    [InlineData("NO", "+47 22334455", "+4722334455")]
    [InlineData("NO", "(+47) 22-33-44-55", "+4722334455")]
    [InlineData("NO", "02800", "02800")]
    [InlineData("NO", "4722334455", "4722334455")]
    [InlineData("DK", "22\u00a033\u00a044\u00a055", "+4522334455")]
    [InlineData("SE", "070-174 06 05", "+46701740605")]
    [InlineData("SE", "+46 (0)70-174 06 05", "+46701740605")]
    [InlineData("SE", "0046 (0) 70-174 06 05", "+46701740605")]
    [InlineData("SE", "+46 070 174 06 05", "+46701740605")]
    [InlineData("SE", "174 06 05", "1740605")]
    [InlineData("GB", "020 7946 0958", "+442079460958")]
    [InlineData("GB", "+44 (0)20 7946 0958", "+442079460958")]
    [InlineData("DE", "030/901820", "+4930901820")]
    [InlineData("US", "(212) 555-0100", "+12125550100")]
    [InlineData("US", "1-212-555-0100", "+12125550100")]
    [InlineData("US", "+1 212.555.0100", "+12125550100")]
    [InlineData(null, "22 33 44 55", "22334455")]
    [InlineData("XX", "22 33 44 55", "22334455")]
    [InlineData(null, "+47 22334455", "+4722334455")]
    public void F24_A_number_is_completed_where_its_region_is_known(string? region, string written, string form) =>
        Assert.Equal(form, CanonicalForm.Fold(new Comparison(Canonical.Phone) { Region = region }, written));

    [Theory]
    [InlineData("NO", true)]
    [InlineData("SE", false)]
    [InlineData(null, false)]
    public void F24_Eight_digits_are_a_Norwegian_number_only_where_the_region_says_so(string? region, bool same)
    {
        var how = new Comparison(Canonical.Phone) { Region = region };
        FieldValue[] written = [FieldValue.Of("00 47 22 33 44 55"), FieldValue.Of("+47 22334455")];

        Assert.True(CanonicalForm.Same(how, written[0], written[1]));
        Assert.All(
            written, number => Assert.Equal(same, CanonicalForm.Same(how, number, FieldValue.Of("22 33 44 55"))));
        Assert.All(
            written, number =>
                Assert.Equal(same, MatchKey.Phone(number.Text).Agrees(MatchKey.Phone("22334455", region))));
    }

    [Theory]
    [InlineData("n/a")]
    [InlineData("ask Anna")]
    [InlineData("22 33 44 55 ext. 3")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData("00")]
    [InlineData("+47 +22334455")]
    [InlineData("12345678901234567890123456789")]
    public void F24_What_is_no_number_is_compared_as_it_stands(string written)
    {
        var how = new Comparison(Canonical.Phone) { Region = "NO" };

        Assert.Equal(written, CanonicalForm.Fold(how, written));
        Assert.False(CanonicalForm.Same(how, FieldValue.Of(written), FieldValue.Null));
        Assert.False(CanonicalForm.Same(how, FieldValue.Of(written), FieldValue.Of("22334455")));
        Assert.Equal(MatchKey.None, MatchKey.Phone(written, "NO"));
    }
}
