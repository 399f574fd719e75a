namespace Sluice.Pipeline.Tests;

/// <summary>Random merges: a base, and what became of it on either side.</summary>
internal static class MergeCases
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public static FieldSituation Field(Sample sample)
    {
        var kin = sample.Kin();
        var field = new FieldSituation(
            sample.Comparison(), sample.Value(kin), sample.Value(kin),
            sample.Happens(25) ? null : (sample.Value(kin), sample.Value(kin)),
            new(sample.Of<ConflictKind>(), sample.Of<Side>()));
        return field with
        {
            Blanks = sample.Of<BlanksPolicy>(),
            IsOneThing = sample.Happens(30),
            LeftClaim = Claim(sample, field.Base is null && !field.Left.IsBlank),
            RightClaim = Claim(sample, field.Base is null && !field.Right.IsBlank),
            LeftEdit = Span(sample),
            RightEdit = Span(sample),
            IsAsked = sample.Happens(20),
        };
    }

    public static EditInterval? Span(Sample sample)
    {
        var start = Start.AddMinutes(sample.Below(5));
        return sample.Happens(30)
            ? null
            : new(sample.Happens(30) ? null : start, start.AddMinutes(sample.Below(6) - 1));
    }

    // What was decided against is a value, and what both agreed on is none.
    private static Claim Claim(Sample sample, bool mayBeAgainst)
    {
        var claim = sample.Happens(50) ? default : new Claim(sample.Of<ClaimKind>(), 2 + sample.Below(5));
        return claim.Kind != ClaimKind.DecidedAgainst ? claim
            : mayBeAgainst ? claim with { Version = VersionClock.Oldest }
            : default;
    }

    /// <summary>The same, seen in a mirror.</summary>
    public static FieldSituation Mirrored(in FieldSituation field) => field with
    {
        Left = field.Right,
        Right = field.Left,
        Base = field.Base is { } agreed ? (agreed.Right, agreed.Left) : null,
        Policy = field.Policy with { Preferred = field.Policy.Preferred.Other() },
        LeftClaim = field.RightClaim,
        RightClaim = field.LeftClaim,
        LeftEdit = field.RightEdit,
        RightEdit = field.LeftEdit,
        LeftSent = field.RightSent,
        RightSent = field.LeftSent,
    };

    public static FieldAction Mirrored(FieldAction action) => action switch
    {
        FieldAction.WriteLeft => FieldAction.WriteRight,
        FieldAction.WriteRight => FieldAction.WriteLeft,
        _ => action,
    };
}
