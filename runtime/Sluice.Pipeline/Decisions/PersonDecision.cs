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

    internal string Subject => Kind switch
    {
        DecisionKind.Approve => $"approve {Plan}",
        DecisionKind.Link or DecisionKind.Unlink when Pairs is [var only] =>
            $"{Verb} {only.Pairing} {only.Left} = {only.Right}",
        DecisionKind.Link or DecisionKind.Unlink => $"{Verb} {Pairs.Count} pairs",
        DecisionKind.Take => $"{Verb} {Field} of {Pairing} {Word(Side)}/{Key} from the {Word(Winner)} side",
        DecisionKind.Again or DecisionKind.Leave => $"{Verb} {Pairing} {Word(Side)}/{Key}",
        DecisionKind.Pause or DecisionKind.Resume => $"{Verb} {Pairing ?? "all pairings"}",

        // Who it is must not stay behind in the inbox.
        _ => Verb,
    };

    internal string Verb => Kind.ToString().ToLowerInvariant();

    private static string Word(Side side) => side == Side.Left ? "left" : "right";
}
