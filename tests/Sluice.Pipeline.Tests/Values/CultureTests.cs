using System.Globalization;
using System.Text;

namespace Sluice.Pipeline.Tests;

public sealed class CultureTests
{
    /// <summary>Cultures in which letters, digits, signs, separators or the calendar differ.</summary>
    public static IReadOnlyList<string> Names { get; } = ["nb-NO", "de-DE", "tr-TR", "ar-SA"];

    public static TheoryData<string> Cultures => new(Names);

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task F27_Values_are_the_same_bytes_in_every_culture(string culture) => Assert.Equal(
        await InAsync("", () => Task.FromResult(Bytes())), await InAsync(culture, () => Task.FromResult(Bytes())));

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task F27_Each_culture_would_show_where_nobody_says_that_none_is_meant(string culture) =>
        Assert.NotEqual(await InAsync("", Shown), await InAsync(culture, Shown));

    /// <summary>Runs something in a culture, which ends with it as it flows with the call.</summary>
    internal static async Task<T> InAsync<T>(string culture, Func<Task<T>> made)
    {
        Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        Thread.CurrentThread.CurrentUICulture = Thread.CurrentThread.CurrentCulture;
        return await made();
    }

    private static async Task<string> Shown()
    {
        await Task.Yield();
        var culture = Thread.CurrentThread.CurrentCulture;
        return (-1234.5).ToString(culture) + new DateTime(2026, 3, 29).ToString(culture) + "TITLE".ToLower(culture);
    }

    // One seed, so that every culture is shown the same values.
    private static byte[] Bytes()
    {
        var sample = new Sample(27);
        var text = new StringBuilder();
        for (var i = 0; i < 20_000; i++)
        {
            var (how, left, right) = (sample.Comparison(), sample.Nested(2), sample.Nested(2));
            text.Append(left).Append('\n').Append(left.ToStored()).Append('\n')
                .Append(CanonicalForm.Of(how, left).ToStored()).Append('\n')
                .Append(FieldValue.FromStored(right.ToStored())).Append('\n')
                .Append(CanonicalForm.Same(how, left, right)).Append('\n')
                .Append(MatchKey.Email(left.Text)).Append(MatchKey.Number(left.Text)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
