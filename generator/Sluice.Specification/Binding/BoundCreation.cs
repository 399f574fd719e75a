using Sluice.Specification.Documents;

namespace Sluice.Specification.Binding;

/// <summary>How records are made on a side.</summary>
/// <param name="Kind">Anything but <see cref="CreationKind.LinkRequired"/>.</param>
/// <param name="Line">The line of the creation sentence in its document, from 1.</param>
/// <param name="Condition">The prose of a free-form clause.</param>
/// <param name="ConditionHook">
/// The name of the hook that decides the condition: <c>WhenAZendeskUserIsOfTypeAgent</c>. Its parameter is the other
/// side's
/// contract.
/// </param>
/// <param name="HasConditionHook">Whether somebody has written that hook.</param>
/// <param name="Missing">The members that the system demands and no field supplies.</param>
/// <param name="HasCreatingHook">Whether somebody has written <c>Creating</c> for the other side's contract.</param>
public sealed record BoundCreation(
    CreationKind Kind,
    int Line,
    string? Condition,
    string? ConditionHook,
    bool HasConditionHook,
    EquatableArray<Schemas.MemberSchema> Missing,
    bool HasCreatingHook)
{
    /// <summary>The records of a conditional clause's list, as far as they are known.</summary>
    public EquatableArray<BoundConnection> Connections { get; init; }

    /// <summary>What C# demands in an initializer.</summary>
    public EquatableArray<Schemas.RequiredMember> MadeWith { get; init; }

    /// <summary>
    /// The members that a hook may fill though the system does not demand them, and no field supplies.
    /// </summary>
    public EquatableArray<Schemas.MemberSchema> Optional { get; init; }
}
