using System.Globalization;

namespace Sluice.Pipeline.Tests;

public sealed class InstantTests
{
    private static readonly DateTimeOffset Moment = new DateTimeOffset(2026, 3, 29, 1, 59, 59, TimeSpan.Zero)
        .AddTicks(9_876_543);

    [Theory]
    [InlineData(Precision.Second, "2026-03-29T01:59:59.0000000+00:00")]
    [InlineData(Precision.Millisecond, "2026-03-29T01:59:59.9870000+00:00")]
    [InlineData(Precision.Microsecond, "2026-03-29T01:59:59.9876540+00:00")]
    [InlineData(Precision.Tick, "2026-03-29T01:59:59.9876543+00:00")]
    public void A_precision_cuts_and_never_rounds(Precision precision, string cut) =>
        Assert.Equal(cut, precision.Cut(Moment).ToString("O", CultureInfo.InvariantCulture));

    [Fact]
    public void F26_Two_precisions_are_compared_at_the_coarser()
    {
        foreach (var left in Enum.GetValues<Precision>())
            foreach (var right in Enum.GetValues<Precision>())
            {
                var how = new Comparison(Canonical.Instant) { Precision = Precisions.Coarser(left, right) };
                var (here, there) = (FieldValue.Of(left.Cut(Moment)), FieldValue.Of(right.Cut(Moment)));

                Assert.True(CanonicalForm.Same(how, here, there), $"{left} and {right}");
                Assert.True(CanonicalForm.Same(how, FieldValue.Of(left.Cut(Moment).ToString("O")), there));
                Assert.False(CanonicalForm.Same(how, here, FieldValue.Of(Moment.AddSeconds(1))));
                Assert.Equal(how.Fit(here), how.Fit(there));
            }
    }

    [Theory]
    [InlineData("2026-03-29T01:59:59.9876543Z", true)]
    [InlineData("2026-03-29T03:59:59.9876543+02:00", true)]
    [InlineData("2026-03-29 03:59:59,9876543+0200", true)]
    [InlineData("2026-03-28T18:29:59.9876543-07:30", true)]
    [InlineData("2026-03-29T01:59:59.987654399Z", true)]
    [InlineData("2026-03-29T01:59:59.987Z", false)]
    [InlineData("2026-03-29T01:59:59.9876543", false)]
    [InlineData("2026-03-29T25:00:00Z", false)]
    [InlineData("0001-01-01T00:00:00+01:00", false)]
    public void What_a_text_names_is_a_point_in_time_only_with_its_offset(string written, bool same) =>
        Assert.Equal(same, CanonicalForm.Same(Canonical.Instant, FieldValue.Of(Moment), FieldValue.Of(written)));

    [Fact]
    public void A_time_without_seconds_is_a_time() => Assert.True(CanonicalForm.Same(
        Canonical.Instant, FieldValue.Of("2026-03-29T01:59Z"), FieldValue.Of("2026-03-29T01:59:00.000Z")));
}
