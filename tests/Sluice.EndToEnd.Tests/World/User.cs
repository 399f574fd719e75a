namespace Sluice.EndToEnd.Tests.World;

/// <summary>A Hub user, reduced to what the documents and contracts speak of.</summary>
internal sealed record User(string Id, string Name, string? Email, bool IsVerified, bool IsGuest, bool IsBanned)
{
    /// <summary>Built-in, guest and banned records are out of scope.</summary>
    public bool InScope => !IsGuest && !IsBanned;
}
