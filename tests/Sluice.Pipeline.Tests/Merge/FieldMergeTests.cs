using System.Runtime.CompilerServices;
using System.Text;

namespace Sluice.Pipeline.Tests;

public sealed class FieldMergeTests(ITestOutputHelper output)
{
    private static readonly FieldValue[] Values =
    [
        FieldValue.Absent, FieldValue.Null, FieldValue.Of(""), FieldValue.Of(" "), FieldValue.Of("a"),
        FieldValue.Of(" A"), FieldValue.Of("b"),
        FieldValue.Of("B "), FieldValue.Of("c"), FieldValue.Of((long?)1), FieldValue.Of((bool?)true),
    ];

    [Fact]
    public void Truth_table_is_the_page()
    {
        var path = Page();
        var made = TruthTable.Page();
        if (Environment.GetEnvironmentVariable("SLUICE_ACCEPT") == "1")
            File.WriteAllText(path, made, new UTF8Encoding(false));

        var page = File.Exists(path) ? File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal) : "";
        Assert.True(
            page == made, "spec/merge.md is not what FieldMerge decides. SLUICE_ACCEPT=1 accepts what it decides now.");
    }

    [Fact]
    public void Merging_again_after_the_decision_does_nothing() => ForAny(field =>
    {
        var (left, right, agreed) = (field.Left, field.Right, field.Base);
        switch (FieldMerge.Decide(field).Action)
        {
            case FieldAction.WriteLeft:
                (left, agreed) = (right, (right, right));
                break;
            case FieldAction.WriteRight:
                (right, agreed) = (left, (left, left));
                break;
            case FieldAction.MoveBase:
                agreed = (left, right);
                break;
            default:
                Assert.Equal(FieldMerge.Decide(field), FieldMerge.Decide(field));
                return;
        }

        Assert.Equal(
            FieldAction.None, FieldMerge.Decide(field with { Left = left, Right = right, Base = agreed }).Action);
    });

    [Fact]
    public void Swapping_the_sides_swaps_the_decision() => ForAny(field =>
    {
        var mirrored = field with
        {
            Left = field.Right,
            Right = field.Left,
            Base = field.Base is { } agreed ? (agreed.Right, agreed.Left) : null,
            Policy = field.Policy with { Preferred = field.Policy.Preferred.Other() },
            LeftEdit = field.RightEdit,
            RightEdit = field.LeftEdit,
        };
        var expected = FieldMerge.Decide(field).Action switch
        {
            FieldAction.WriteLeft => FieldAction.WriteRight,
            FieldAction.WriteRight => FieldAction.WriteLeft,
            var same => same,
        };

        Assert.Equal(expected, FieldMerge.Decide(mirrored).Action);
    });

    [Fact]
    public void What_is_equal_in_canonical_form_is_never_written() => ForAny(field =>
    {
        if (!field.Left.IsAbsent && CanonicalForm.Same(field.Canonical, field.Left, field.Right))
            Assert.True(FieldMerge.Decide(field).Action is FieldAction.None or FieldAction.MoveBase);
    });

    [Fact]
    public void What_is_absent_never_writes_and_is_never_written_over() => ForAny(field =>
    {
        if (field.Left.IsAbsent || field.Right.IsAbsent)
            Assert.True(FieldMerge.Decide(field).Action is FieldAction.None or FieldAction.Await);
    });

    [Fact]
    public void A_value_that_only_one_side_edited_reaches_the_other() => ForAny(field =>
    {
        if (field is not { Base: { } agreed, Left.IsAbsent: false, Right.IsAbsent: false })
            return;

        var (left, right) = (
            !CanonicalForm.Same(field.Canonical, field.Left, agreed.Left),
            !CanonicalForm.Same(field.Canonical, field.Right, agreed.Right));
        if (left != right && !CanonicalForm.Same(field.Canonical, field.Left, field.Right))
            Assert.Equal(left ? FieldAction.WriteRight : FieldAction.WriteLeft, FieldMerge.Decide(field).Action);
    });

    [Fact]
    public void Without_a_base_two_values_are_never_written_over() => ForAny(field =>
    {
        if (field.Base is null && !field.Left.IsBlank && !field.Right.IsBlank)
            Assert.False(FieldMerge.Decide(field).Action is FieldAction.WriteLeft or FieldAction.WriteRight);
    });

    private static string Page([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../spec/merge.md"));

    private void ForAny(Action<FieldSituation> law)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var field = new FieldSituation(
                random.GetItems(Enum.GetValues<Canonical>(), 1)[0], Any(), Any(),
                random.Next(4) == 0 ? null : (Any(), Any()),
                new(random.GetItems(Enum.GetValues<ConflictKind>(), 1)[0], (Side)random.Next(2)))
            {
                LeftEdit = Span(),
                RightEdit = Span(),
            };
            try
            {
                law(field);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"seed {seed}, case {i}: {field}", failure);
            }
        }

        FieldValue Any() => random.GetItems(Values, 1)[0];

        EditInterval? Span()
        {
            var start = new DateTimeOffset(2026, 3, 2, 10, random.Next(5), 0, TimeSpan.Zero);
            return random.Next(3) == 0
                ? null
                : new(random.Next(3) == 0 ? null : start, start.AddMinutes(random.Next(1, 5)));
        }
    }
}
