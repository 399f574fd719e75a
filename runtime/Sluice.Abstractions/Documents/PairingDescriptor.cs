namespace Sluice;

/// <summary>What the documents say of a pairing, for reports and for the engine's rules.</summary>
/// <param name="Name">Its name in commands, reports and the store: <c>keap-companies/youtrack-groups</c>.</param>
/// <param name="Document">The file name of the document that its lines point into.</param>
/// <param name="Left">The end that sorts first.</param>
/// <param name="Right">The end that sorts last.</param>
/// <param name="Rules">Match rules; one that agrees is enough.</param>
/// <param name="Fields">What is kept in step.</param>
public sealed record PairingDescriptor(
    string Name,
    string Document,
    SideDescriptor Left,
    SideDescriptor Right,
    IReadOnlyList<RuleDescriptor> Rules,
    IReadOnlyList<FieldDescriptor> Fields)
{
    /// <summary>The line of the section's heading, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The side the flow reads as its source: it wins where time cannot tell which edit came last.</summary>
    public Side Source { get; init; }

    /// <summary>One end.</summary>
    public SideDescriptor this[Side side] => side == Side.Left ? Left : Right;
}
