namespace Sluice.Pipeline.Tests;

public sealed class CanonicalFormTests(ITestOutputHelper output)
{
    [Fact]
    public void Sameness_is_an_equivalence() => Laws.Hold(output, 200_000, sample =>
    {
        var how = sample.Comparison();
        var kin = sample.Kin();
        var (a, b, c) = (sample.Value(kin), sample.Value(kin), sample.Value(kin));
        var (ab, bc, ac) = (
            CanonicalForm.Same(how, a, b), CanonicalForm.Same(how, b, c), CanonicalForm.Same(how, a, c));
        return !CanonicalForm.Same(how, a, a) ? $"{how}: '{a}' is not itself"
            : ab != CanonicalForm.Same(how, b, a) ? $"{how}: '{a}' and '{b}' depend on their order"
            : ab && bc && !ac ? $"{how}: '{a}' = '{b}' = '{c}' and yet '{a}' is not '{c}'"
            : null;
    });

    [Fact]
    public void A_form_is_its_own_form_and_the_same_as_its_value() => Laws.Hold(output, 200_000, sample =>
    {
        var (how, value) = (sample.Comparison(), sample.Value());
        var form = CanonicalForm.Of(how, value);
        return CanonicalForm.Of(how, form) != form ? $"{how}: '{form.ToStored()}' is folded again"
            : !CanonicalForm.Same(how, value, form) ? $"{how}: '{value.ToStored()}' is not '{form.ToStored()}'"
            : null;
    });

    [Fact]
    public void Only_what_is_blank_is_the_same_as_a_blank() => Laws.Hold(output, 200_000, sample =>
    {
        var (how, value) = (sample.Comparison(), sample.Value());
        return value.IsAbsent
            || CanonicalForm.Same(how, value, FieldValue.Null) == value.IsBlank
            ? null
            : $"{how}: '{value.ToStored()}'";
    });

    [Fact]
    public void Absent_is_the_same_as_nothing_but_itself() => Laws.Hold(output, 100_000, sample =>
    {
        var (how, value) = (sample.Comparison(), sample.Value());
        return CanonicalForm.Same(how, FieldValue.Absent, value) == value.IsAbsent ? null : $"{how}: '{value}'";
    });

    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("1", "01.00", true)]
    [InlineData("1", "+1", true)]
    [InlineData("100", "1e2", true)]
    [InlineData("0.001", "1E-3", true)]
    [InlineData("-0", "0.00", true)]
    [InlineData("-1", "1", false)]
    [InlineData("123456789012345678901234567890.1", "123456789012345678901234567890.10", true)]
    [InlineData("123456789012345678901234567890.1", "123456789012345678901234567890.2", false)]
    [InlineData("1,0", "1.0", false)]
    [InlineData("n/a", "", false)]
    [InlineData("n/a", "n/a", true)]
    public void Numbers_are_the_same_by_value_however_they_are_written(string left, string right, bool same) =>
        Assert.Equal(same, CanonicalForm.Same(Canonical.Number, FieldValue.Of(left), FieldValue.Of(right)));

    [Fact]
    public void A_number_is_the_same_whichever_type_holds_it()
    {
        FieldValue[] ones =
        [
            FieldValue.Of((long?)1), FieldValue.Of((decimal?)1.00m), FieldValue.Of((double?)1),
            FieldValue.OfNumber("1.0"),
        ];

        Assert.All(
            ones,
            left => Assert.All(ones, right => Assert.True(CanonicalForm.Same(Canonical.Text, left, right))));
        Assert.All(ones, one => Assert.True(CanonicalForm.Same(Canonical.Number, one, FieldValue.Of("1.00"))));
        Assert.True(CanonicalForm.Same(
            Canonical.Text, FieldValue.Of((double?)0.1), FieldValue.Of((decimal?)0.10m)));
        Assert.False(CanonicalForm.Same(Canonical.Text, ones[0], FieldValue.Of("1")));
    }

    [Theory]
    [InlineData(Canonical.Email, "ann@example.com")]
    [InlineData(Canonical.Phone, "+47 22 33 44 55")]
    [InlineData(Canonical.Number, "1.00")]
    [InlineData(Canonical.Text, "Anna")]
    public void Values_that_are_equal_to_the_letter_cost_no_memory(Canonical form, string text)
    {
        var (left, right) = (FieldValue.Of(text), FieldValue.Of(new string(text)));
        Assert.True(CanonicalForm.Same(form, left, right));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            CanonicalForm.Same(form, left, right);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("\u00c9va@x.no", "e\u0301VA@X.NO\u00a0 ", true)]
    [InlineData("jose@x.no", "jos\u00e9@x.no", false)]
    [InlineData("\u0130@x.no", "i@x.no", false)]
    public void F23_Addresses_match_by_case_blank_and_composition_and_never_by_accent(
        string left, string right, bool match)
    {
        Assert.Equal(match, MatchKey.Email(left).Agrees(MatchKey.Email(right)));
        Assert.Equal(match, CanonicalForm.Same(Canonical.Email, FieldValue.Of(left), FieldValue.Of(right)));
    }

    [Theory]
    [InlineData("Jos\u00e9  Garc\u00eda\u00a0", "Jose\u0301 Garci\u0301a", true)]
    [InlineData("jose", "jos\u00e9", false)]
    [InlineData("Anna", "anna", false)]
    public void F23_Names_match_by_blanks_and_composition_and_never_by_accent(string left, string right, bool match) =>
        Assert.Equal(match, MatchKey.Name(left).Agrees(MatchKey.Name(right)));

    [Theory]
    [InlineData(Canonical.Phone)]
    [InlineData(Canonical.Number)]
    [InlineData(Canonical.Date)]
    [InlineData(Canonical.Instant)]
    public void F23_What_cannot_be_read_is_the_same_as_itself_and_yet_no_key(Canonical form)
    {
        var key = form switch
        {
            Canonical.Phone => MatchKey.Phone("n/a"),
            Canonical.Number => MatchKey.Number("n/a"),
            Canonical.Date => MatchKey.Date("n/a"),
            _ => MatchKey.Instant("n/a"),
        };

        Assert.Equal(MatchKey.None, key);
        Assert.True(CanonicalForm.Same(form, FieldValue.Of("n/a"), FieldValue.Of("n/a")));
        Assert.False(CanonicalForm.Same(form, FieldValue.Of("n/a"), FieldValue.Of("?")));
        Assert.False(CanonicalForm.Same(form, FieldValue.Of("n/a"), FieldValue.Null));
    }
}
