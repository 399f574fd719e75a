namespace Sluice.Pipeline;

/// <summary>Why no record is made: nothing that it is connected with has a counterpart in a system.</summary>
/// <param name="Connected">The records that would do if one of them had one.</param>
/// <param name="System">The system.</param>
/// <param name="Reason">The same in words.</param>
internal sealed record MissingConnection(
    IReadOnlyList<(EntityName Entity, string Key)> Connected, string System, string Reason);
