using System.Globalization;
using Sluice.Generator.Tests.Contracts;
using Sluice.Generator.Tests.Harness;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Documents;

/// <summary>What generated conversions do when they run.</summary>
public sealed class TypedBehaviourTests(ITestOutputHelper output)
{
    private const string Class = "Sluice.Flows.DeltaGamma.ReadingsMeasures";

    [Fact]
    public void A_value_arrives_in_the_targets_type_and_comes_back_in_the_sources()
    {
        var pairing = Load("text|count|\"integer\"");

        Assert.Equal(new Reading { Count = 12 }, Forth(pairing, new Measure { Text = " 12 " }));
        Assert.Equal(new Measure { Text = "-7" }, Back(pairing, new Reading { Count = -7 }));
    }

    [Theory]
    [InlineData("twelve", "'twelve' is not an integer")]
    [InlineData("9999999999", "'9999999999' is not a whole number from -2147483648 to 2147483647")]
    public void A_value_that_does_not_fit_is_absent_and_says_why(string written, string issue)
    {
        var value = Assert.Single(Read(Load("text|count|\"integer\""), Side.Right, new Measure { Text = written }));

        Assert.True(value.IsAbsent);
        Assert.Equal(issue, value.Issue);
    }

    [Theory]
    [InlineData("weight|ratio|N/A")]
    [InlineData("weight|ratio|\"float\"")]
    [InlineData("text|ratio|\"float\"")]
    public void A_number_beyond_the_range_of_32_bits_is_never_written_and_says_why(string row)
    {
        var pairing = Load(row);
        var measure = new Measure { Weight = -1e39, Text = "-1e39" };
        var value = Assert.Single(Read(pairing, Side.Right, measure));

        Assert.True(value.IsAbsent);
        Assert.EndsWith(" is not a number of 32 bits", value.Issue, StringComparison.Ordinal);
        Assert.Equal(new Reading(), Forth(pairing, measure));
        Assert.Equal(new Reading { Ratio = 0.1f }, Forth(pairing, new Measure { Weight = 0.1, Text = "0.1" }));
    }

    [Fact]
    public void A_number_of_32_bits_is_the_one_that_its_digits_say()
    {
        var pairing = Load("weight|ratio|N/A");
        var there = Read(pairing, Side.Right, new Measure { Weight = 0.1 })[0];

        Assert.Equal(there, Read(pairing, Side.Left, new Reading { Ratio = 0.1f })[0]);
        Assert.Equal(new Measure { Weight = 0.1 }, Back(pairing, new Reading { Ratio = 0.1f }));
    }

    [Fact]
    public void What_only_a_text_can_say_comes_back_as_nothing_and_says_why()
    {
        var value = Assert.Single(Read(Load("text|note|\"integer\""), Side.Left, new Reading { Note = "twelve" }));

        Assert.Equal((true, "'twelve' is not an integer"), (value.IsAbsent, value.Issue));
    }

    [Theory]
    [InlineData("text|price|\"integer\"")]
    [InlineData("text|weight|\"integer\"")]
    [InlineData("text|day|\"datetime-parse\", \"%Y-%m-%dT%H:%M:%S\"")]
    [InlineData("tags|tags|\"first\"")]
    public void What_the_way_back_could_not_say_flows_one_way(string row) =>
        Assert.Equal(Side.Left, Assert.Single(Load(row).Descriptor.Fields).OneWay);

    [Fact]
    public void A_list_of_a_list_fits_a_list_as_that_one_does_there_and_back()
    {
        var pairing = Load("tags|tags|\"list\"");

        Assert.Equal(["a", "b"], Forth(pairing, new Measure { Tags = ["a", "b"] }).Tags!);
        Assert.Equal(["c", "d"], Back(pairing, new Reading { Tags = ["c", "d"] }).Tags!);
        Assert.Empty(Forth(Load("count|sizes|\"list\""), new Measure()).Sizes!);
    }

    [Fact]
    public void What_a_value_depends_on_is_written_in_one_form()
    {
        var pairing = Load(
            "text (Dependant on having True in active)|note|N/A",
            "note (Dependant on having +07 in count)|text|N/A");
        var there = Forth(pairing, new Measure { Text = "a", Note = "b", IsActive = true, Count = 7 });

        Assert.Equal(("a", "b"), (there.Note, there.Text));
        Assert.True(Back(pairing, new Reading { Note = "a" }).IsActive);
        Assert.Equal(7, Back(pairing, new Reading { Text = "a" }).Count);
        Assert.Contains(
            Run("text (Dependant on having NO in active)|note|N/A").Problems,
            problem => problem.Contains("'active' is true or false and never holds 'NO'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_blank_text_is_no_bad_number_but_none(string? blank)
    {
        var value = Assert.Single(Read(Load("text|count|\"integer\""), Side.Right, new Measure { Text = blank }));

        Assert.Equal((FieldKind.Null, null), (value.Kind, value.Issue));
    }

    [Theory]
    [InlineData("2015-07-28", "2015-07-28T09:46:00")]
    [InlineData("2015-07-28", "2015-07-28T11:46:00.000+02:00")]
    public void A_text_stands_for_the_day_or_point_in_time_that_it_says(string day, string at)
    {
        var reading = Forth(
            Load("text|day|\"string\"", "note|at|\"string\""), new Measure { Text = day, Note = at });

        Assert.Equal(new(2015, 7, 28), reading.Day);
        Assert.Equal(new(2015, 7, 28, 9, 46, 0, TimeSpan.Zero), reading.At);
    }

    [Fact]
    public void A_target_that_cannot_be_taken_back_is_absent_and_says_why()
    {
        var value = Assert.Single(Read(Load("count|text|\"string\""), Side.Left, new Reading { Text = "twelve" }));

        Assert.True(value.IsAbsent);
        Assert.Equal("'twelve' is not an integer", value.Issue);
    }

    [Fact]
    public void Elements_that_do_not_convert_are_left_out_of_a_list()
    {
        var value = Assert.Single(
            Read(Load("tags|sizes|\"integer\""), Side.Right, new Measure { Tags = ["1", "x", "3"] }));

        Assert.Equal([FieldValue.Of(1), FieldValue.Of(3)], value.List!);
        Assert.Equal("'x' is not an integer", value.Issue);
        Assert.Equal([1, 3], Forth(Load("tags|sizes|\"integer\""), new Measure { Tags = ["1", "3"] }).Sizes!);
    }

    [Fact]
    public void What_is_never_null_is_left_as_it_is_by_a_clearing()
    {
        var change = new Change([FieldValue.Null]);
        var reading = new Reading { IsActive = true };

        Assert.Same(reading, Load("flag|active|\"boolean\"").Write(Side.Left, reading, change));
        Assert.Empty(change.Touched);
    }

    [Fact]
    public void A_row_of_the_reverse_document_says_how_values_go_back()
    {
        var forth = Rows("Gamma Measures", "Delta Readings", "price|total|\"integer\", \"decimal\"]");
        var back = Rows("Delta Readings", "Gamma Measures", "total|price|\"decimal\"");
        var pairing = new Project()
            .Document("gamma-delta.rst", Of("Gamma", "Delta", forth))
            .Document("delta-gamma.rst", Of("Delta", "Gamma", back))
            .Run().Load(Class);
        var field = Assert.Single(pairing.Descriptor.Fields);

        Assert.Null(field.OneWay);
        Assert.Equal(new Measure { Price = 7m }, Back(pairing, new Reading { Total = 7 }));
    }

    [Fact]
    public void A_lossy_row_flows_one_way_and_says_so_on_its_data_type()
    {
        var generation = Run("price|total|\"integer\", \"decimal\"]");

        Assert.Equal(Side.Left, Assert.Single(generation.Load(Class).Descriptor.Fields).OneWay);
        Assert.StartsWith(
            "/documents/gamma-delta.rst(28,8): warning SLU038: Something may be lost when",
            Assert.Single(generation.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dependency_is_read_and_written()
    {
        var pairing = Load("note (Dependant on having NO in country)|note|\"string\"");

        Assert.Null(Forth(pairing, new Measure { Note = "n", Country = "SE" }).Note);
        Assert.Equal("n", Forth(pairing, new Measure { Note = "n", Country = "NO" }).Note);
        Assert.Equal(new Measure { Note = "n", Country = "NO" }, Back(pairing, new Reading { Note = "n" }));
        Assert.Equal(new Measure(), Back(pairing, new Reading()));
    }

    [Fact]
    public void A_dependency_tells_the_elements_of_a_list_apart()
    {
        var pairing = Load("phones.number (Dependant on having mobile in phones.name)|text|\"string\"");
        MeasurePhone home = new() { Name = "home", Number = "1" }, mobile = new() { Name = "mobile", Number = "2" };

        Assert.Equal("2", Forth(pairing, new Measure { Phones = [home, mobile] }).Text);
        Assert.Null(Forth(pairing, new Measure { Phones = [home] }).Text);
        Assert.Equal(
            [home, mobile with { Number = "3" }],
            Back(pairing, new Reading { Text = "3" }, new() { Phones = [home, mobile] }).Phones!);
        Assert.Equal([home, mobile], Back(pairing, new Reading { Text = "2" }, new() { Phones = [home] }).Phones!);
        Assert.Equal([home], Back(pairing, new Reading(), new() { Phones = [home] }).Phones!);
    }

    [Fact]
    public void The_values_of_a_list_are_read_through_it()
    {
        var pairing = Load("phones.number|tags|\"string\"");

        Assert.Equal(Side.Left, Assert.Single(pairing.Descriptor.Fields).OneWay);
        Assert.Equal(
            ["1", "2"],
            Forth(pairing, new Measure { Phones = [new() { Number = "1" }, new(), new() { Number = "2" }] }).Tags!);
    }

    [Fact]
    public void A_key_is_translated_by_links_and_never_copied()
    {
        var pairing = Load("maker|firm|\"string\"").Resolving(new Firms());

        Assert.Equal("f7", Forth(pairing, new Measure { Maker = 7 }).Firm);
        Assert.Equal(7, Back(pairing, new Reading { Firm = "f7" }).Maker);
    }

    [Fact]
    public void Now_is_what_the_pairings_clock_says()
    {
        var pairing = Load("day|weight|[\"datetime-diff\", \"year\", [\"now\"], \"_.\"]");
        pairing.Clock = new Noon();

        Assert.Equal(36, Forth(pairing, new Measure { Day = new(1990, 1, 1) }).Weight);
    }

    [Theory]
    [InlineData("text|count|\"integer\"")]
    [InlineData("count|text|\"string\"")]
    [InlineData("total|note|\"string\"")]
    [InlineData("note|price|\"decimal\"")]
    [InlineData("price|text|\"string\"")]
    [InlineData("weight|text|\"string\"")]
    [InlineData("weight|price|\"decimal\"")]
    [InlineData("flag|text|\"string\"")]
    [InlineData("day|text|\"string\"")]
    [InlineData("count|weight|\"float\"")]
    [InlineData("day|text|\"datetime-format\",\"%d.%m.%Y\",\"_.\"]")]
    [InlineData("at|text|\"datetime-format\",\"%Y-%m-%dT%H:%M:%SZ\",\"_.\"]")]
    [InlineData("day|day|\"datetime-format\",\"%Y-%m-%d\",\"_.\"]")]
    [InlineData("at|at|\"datetime-format\",\"%Y-%m-%dT%H:%M:%S\",\"_.\"]")]
    [InlineData("day|at|\"string\"")]
    [InlineData("tags|tags|N/A")]
    [InlineData("sizes|tags|\"string\"")]
    public void What_goes_there_and_back_is_the_same(string row)
    {
        var pairing = Load(row);
        var field = Assert.Single(pairing.Descriptor.Fields);
        Assert.Null(field.OneWay);
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var measure = Sample(random);
            var there = Read(pairing, Side.Right, measure)[0];
            if (there.Issue is not null)
                continue;

            var back = Back(pairing, Forth(pairing, measure));
            var again = Read(pairing, Side.Right, back)[0];

            Assert.True(
                CanonicalForm.Same(field.Comparison, there, again), $"{row}: '{there}' came back as '{again}'");
        }
    }

    private static Measure Sample(Random random) => new()
    {
        Text = random.Next(-500, 500).ToString(CultureInfo.InvariantCulture),
        Note = (random.Next(-500, 500) / 8m).ToString(CultureInfo.InvariantCulture),
        Flag = random.Next(2) == 0,
        Count = random.Next(int.MinValue, int.MaxValue),
        Total = random.NextInt64(long.MinValue, long.MaxValue),
        Price = random.Next() / 1000m,
        Weight = random.NextDouble() * Math.Pow(10, random.Next(-20, 20)),
        Day = DateOnly.FromDayNumber(random.Next(0, DateOnly.MaxValue.DayNumber)),
        At = new DateTimeOffset(random.NextInt64(0, DateTime.MaxValue.Ticks), TimeSpan.Zero),
        Tags = [.. Enumerable.Range(0, random.Next(4)).Select(i => $"t{random.Next(3)}")],
        Sizes = [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(9))],
    };

    private static Reading Forth(Pairing pairing, Measure measure) =>
        (Reading)pairing.Write(Side.Left, new Reading(), new Change(Read(pairing, Side.Right, measure)));

    private static Measure Back(Pairing pairing, Reading reading, Measure? onto = null) =>
        (Measure)pairing.Write(Side.Right, onto ?? new Measure(), new Change(Read(pairing, Side.Left, reading)));

    private static FieldValue[] Read(Pairing pairing, Side side, object record)
    {
        var fields = new FieldValue[pairing.Descriptor.Fields.Count];
        pairing.Read(side, record, fields);
        return fields;
    }

    private static Pairing Load(params string[] rows) => Run(rows).Load(Class);

    private static Generation Run(params string[] rows)
    {
        var generation = new Project()
            .Document("gamma-delta.rst", Of("Gamma", "Delta", Rows("Gamma Measures", "Delta Readings", rows))).Run();
        Assert.Empty(generation.CompilerMessages);
        return generation;
    }

    private static string Rows(string source, string target, params string[] rows) =>
        Section(source, target, Before, [], rows);

    // Firm f7 is maker 7. Readings are on the left.
    private sealed class Firms : IReferences
    {
        public string? LeftKeyOf(ReferenceDescriptor reference, string rightKey) => "f" + rightKey;

        public string? KeyOn(ReferenceDescriptor reference, Side side, string leftKey) =>
            side == Side.Left ? leftKey : leftKey[1..];
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
