using Sluice.Pipeline;

namespace Sluice.Host.Deciding;

/// <summary>The answers to what a person is asked, in one notation for the command line and for files.</summary>
internal static class Choices
{
    // Beyond that a list of keys helps nobody to choose.
    public const int Named = 10;

    /// <summary>The answers that a question allows.</summary>
    public static IReadOnlyList<string> Of(Question question) => Of(question, Names.Find(question.Item.Pairing));

    /// <summary>What an answer decides about a question.</summary>
    /// <returns>Null where that is no answer to it.</returns>
    public static PersonDecision? Read(PairingDescriptor pairing, Question question, string choice)
    {
        var item = question.Item;
        var colon = choice.IndexOf(':', StringComparison.Ordinal);

        // What stands alone is followed by nothing: of 'none:KEY' nobody knows what it means.
        var (word, rest) = colon < 0
            ? (choice.Trim(), "")
            : ($"{choice[..colon].Trim()}:", choice[(colon + 1)..].Trim());
        return (word.ToLowerInvariant(), item.Cause) switch
        {
            ("again", OpenCause.Gone or OpenCause.Parted) => About(DecisionKind.Again, item),
            ("leave", OpenCause.Gone or OpenCause.Parted or OpenCause.Lost) => About(DecisionKind.Leave, item),
            ("take:", OpenCause.Differing) when Names.Try(pairing, rest) is { } winner => Take(item, winner),
            ("link:", OpenCause.Candidates or OpenCause.Made) when rest.Length > 0 =>
                Pair(DecisionKind.Link, item, [rest]),
            ("unlink:", OpenCause.Candidates or OpenCause.Made) when rest.Length > 0 =>
                Pair(DecisionKind.Unlink, item, [rest]),
            ("none", OpenCause.Candidates or OpenCause.Made) when question.Candidates.Count > 0 => Pair(
                DecisionKind.Unlink, item, question.Candidates.Select(candidate => candidate.Key)),
            _ => null,
        };
    }

    private static IReadOnlyList<string> Of(Question question, PairingDescriptor? pairing) => question.Item.Cause switch
    {
        OpenCause.Differing when pairing is not null && pairing.Left.System != pairing.Right.System =>
            [$"take:{pairing.Left.System}", $"take:{pairing.Right.System}"],
        OpenCause.Differing => ["take:left", "take:right"],
        OpenCause.Candidates or OpenCause.Made => Candidates(question.Candidates),
        OpenCause.Gone or OpenCause.Parted => ["again", "leave"],
        OpenCause.Lost => ["leave"],
        _ => [],
    };

    private static IReadOnlyList<string> Candidates(IReadOnlyList<Meant> candidates) =>
        candidates.Count switch
        {
            0 => ["link:KEY", "unlink:KEY"],
            > Named => ["link:KEY", "unlink:KEY", "none"],
            _ =>
            [
                .. candidates.Where(candidate => !candidate.IsLinked).Select(candidate => $"link:{candidate.Key}"),
                .. candidates.Select(candidate => $"unlink:{candidate.Key}"), "none",
            ],
        };

    private static PersonDecision About(DecisionKind kind, OpenItem item) =>
        new(kind) { Pairing = item.Pairing, Side = item.Side, Key = item.Key };

    private static PersonDecision Take(OpenItem item, Side winner) => About(DecisionKind.Take, item) with
    {
        Field = item.Field,
        Winner = winner,
        LeftValue = item.Left.ToStored(),
        RightValue = item.Right.ToStored(),
    };

    private static PersonDecision Pair(DecisionKind kind, OpenItem item, IEnumerable<string> across) => new(kind)
    {
        Pairs =
        [
            .. across.Select(key => item.Side == Side.Left
                ? new KeyPair(item.Pairing, item.Key, key)
                : new KeyPair(item.Pairing, key, item.Key)),
        ],
    };
}
