using System.Globalization;

namespace Sluice.Pipeline;

/// <summary>What a person decided: all that the owner needs to apply it later, and nothing that may have
/// changed.</summary>
/// <param name="Kind">What.</param>
public sealed record PersonDecision(DecisionKind Kind)
{
    /// <summary>The plan's hash, of <see cref="DecisionKind.Approve"/>.</summary>
    public string? Plan { get; init; }

    /// <summary>Who is linked, or told apart.</summary>
    public IReadOnlyList<KeyPair> Pairs { get; init; } = [];

    /// <summary>The pairing's name; null where all are meant.</summary>
    public string? Pairing { get; init; }

    /// <summary>The side of the record.</summary>
    public Side Side { get; init; }

    /// <summary>The record's key.</summary>
    public string? Key { get; init; }

    /// <summary>The field, of <see cref="DecisionKind.Take"/>.</summary>
    public string? Field { get; init; }

    /// <summary>The side whose value goes, of <see cref="DecisionKind.Take"/>.</summary>
    public Side Winner { get; init; }

    /// <summary>What the left side showed when it was decided, as it is stored.</summary>
    public string? LeftValue { get; init; }

    /// <summary>What the right side showed when it was decided, as it is stored.</summary>
    public string? RightValue { get; init; }

    /// <summary>The system of the record, of <see cref="DecisionKind.Forget"/>.</summary>
    public string? System { get; init; }

    /// <summary>The entity of the record, of <see cref="DecisionKind.Forget"/>.</summary>
    public string? Entity { get; init; }

    /// <summary>The number of the decision that is taken back, of <see cref="DecisionKind.Withdraw"/>.</summary>
    public long Number { get; init; }

    /// <summary>
    /// Whether two decisions cannot both be meant: the same two records linked and told apart, one record linked to
    /// two, or either of two values taken.
    /// </summary>
    public bool Contradicts(PersonDecision other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Kind, other.Kind) switch
        {
            (DecisionKind.Take, DecisionKind.Take) =>
                (Pairing, Side, Key, Field) == (other.Pairing, other.Side, other.Key, other.Field)
                && Winner != other.Winner,
            (DecisionKind.Again, DecisionKind.Leave) or (DecisionKind.Leave, DecisionKind.Again) =>
                (Pairing, Side, Key) == (other.Pairing, other.Side, other.Key),
            (DecisionKind.Link, DecisionKind.Link) =>
                Pairs.Any(pair => other.Pairs.Any(known => pair.Shares(known) && !pair.IsSame(known))),
            (DecisionKind.Link, DecisionKind.Unlink) or (DecisionKind.Unlink, DecisionKind.Link) =>
                Pairs.Any(pair => other.Pairs.Any(pair.IsSame)),
            _ => false,
        };
    }

    /// <summary>Whether it takes back what another says, wholly or in part.</summary>
    internal bool Undoes(PersonDecision other) => (Kind, other.Kind) switch
    {
        (DecisionKind.Pause, DecisionKind.Resume) or (DecisionKind.Resume, DecisionKind.Pause) =>
            Pairing is null || other.Pairing is null || Pairing == other.Pairing,
        _ => Contradicts(other),
    };

    /// <summary>What it is about, in words that tell nothing of whoever is to be forgotten.</summary>
    public string Subject => Kind switch
    {
        DecisionKind.Approve => $"approve {Plan}",
        DecisionKind.Link or DecisionKind.Unlink when Pairs is [var only] =>
            $"{Verb} {only.Pairing} {only.Left} = {only.Right}",
        DecisionKind.Link or DecisionKind.Unlink => $"{Verb} {Pairs.Count} pairs",
        DecisionKind.Take => $"{Verb} {Field} of {Pairing} {Word(Side)}/{Key} from the {Word(Winner)} side",
        DecisionKind.Again or DecisionKind.Leave => $"{Verb} {Pairing} {Word(Side)}/{Key}",
        DecisionKind.Pause or DecisionKind.Resume => $"{Verb} {Pairing ?? "all pairings"}",
        DecisionKind.Withdraw => string.Create(CultureInfo.InvariantCulture, $"{Verb} {Number}"),

        // Who it is must not stay behind in the inbox.
        _ => Verb,
    };

    /// <summary>The kind, as the inbox and <c>--json</c> have it: <c>link</c>.</summary>
    public string Verb => Kind.ToString().ToLowerInvariant();

    private static string Word(Side side) => side == Side.Left ? "left" : "right";
}
