namespace Sluice.Pipeline.Tests;

/// <summary>One call that a fake system got.</summary>
internal sealed record Call(string System, string Entity, string Kind, string? Key, string? Body)
{
    public bool IsWrite => Kind is "create" or "update" or "delete";

    public override string ToString() => $"{Kind} {System} {Entity} {Key} {Body}".TrimEnd();
}
