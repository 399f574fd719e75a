namespace Sluice;

/// <summary>A run that another process asks the owner of a store for.</summary>
/// <param name="Id">Its number.</param>
/// <param name="State">How far it is.</param>
/// <param name="Scope">What it is confined to, as JSON; empty once it does not wait any more.</param>
/// <param name="Answer">
/// What came of it, as JSON; empty before it is answered, and once nobody waits for it any more.
/// </param>
/// <param name="AskedAt">When it was asked for.</param>
public sealed record RunRequest(long Id, RequestState State, string Scope, string Answer, DateTimeOffset AskedAt);
