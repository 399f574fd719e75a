using Sluice.Pipeline;

namespace Sluice.Host.Deciding;

/// <summary>The answers to what a person is asked, in one notation for the command line and for files.</summary>
internal static class Choices
{
    /// <summary>The answers that an open item allows.</summary>
    public static IReadOnlyList<string> Of(OpenItem item) => (item.Cause, Names.Find(item.Pairing)) switch
    {
        (OpenCause.Differing, { } pairing) when pairing.Left.System != pairing.Right.System =>
            [$"take:{pairing.Left.System}", $"take:{pairing.Right.System}"],
        (OpenCause.Differing, _) => ["take:left", "take:right"],
        (OpenCause.Candidates, _) => ["link:KEY", "unlink:KEY"],
        (OpenCause.Gone or OpenCause.Parted, _) => ["again", "leave"],
        _ => [],
    };

    /// <summary>What an answer decides about an item.</summary>
    /// <returns>Null where that is no answer to it.</returns>
    public static PersonDecision? Read(PairingDescriptor pairing, OpenItem item, string choice)
    {
        var colon = choice.IndexOf(':', StringComparison.Ordinal);
        var (word, rest) = colon < 0 ? (choice, "") : (choice[..colon], choice[(colon + 1)..].Trim());
        return (word.Trim().ToLowerInvariant(), item.Cause) switch
        {
            ("again", OpenCause.Gone or OpenCause.Parted) => About(DecisionKind.Again, item),
            ("leave", OpenCause.Gone or OpenCause.Parted) => About(DecisionKind.Leave, item),
            ("take", OpenCause.Differing) when Names.Try(pairing, rest) is { } winner => Take(item, winner),
            ("link", OpenCause.Candidates) when rest.Length > 0 => Pair(DecisionKind.Link, item, rest),
            ("unlink", OpenCause.Candidates) when rest.Length > 0 => Pair(DecisionKind.Unlink, item, rest),
            _ => null,
        };
    }

    public static PersonDecision About(DecisionKind kind, OpenItem item) =>
        new(kind) { Pairing = item.Pairing, Side = item.Side, Key = item.Key };

    private static PersonDecision Take(OpenItem item, Side winner) => About(DecisionKind.Take, item) with
    {
        Field = item.Field,
        Winner = winner,
        LeftValue = item.Left.ToStored(),
        RightValue = item.Right.ToStored(),
    };

    private static PersonDecision Pair(DecisionKind kind, OpenItem item, string across) => new(kind)
    {
        Pairs =
        [
            item.Side == Side.Left
                ? new(item.Pairing, item.Key, across)
                : new(item.Pairing, across, item.Key),
        ],
    };
}
