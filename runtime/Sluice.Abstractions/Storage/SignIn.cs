namespace Sluice;

/// <summary>A sign-in to a system that is kept because its tokens are replaced as they are used.</summary>
/// <param name="System">The system's name.</param>
/// <param name="Serial">Grows with each new content: tells one set of tokens from the next.</param>
/// <param name="State">How it stands.</param>
/// <param name="Content">The tokens, in a form that only their connector knows; secret.</param>
/// <param name="Reason">Why it stands so, in words; empty where it is good.</param>
/// <param name="Since">Since when it stands so.</param>
public sealed record SignIn(
    string System, long Serial, SignInState State, ReadOnlyMemory<byte> Content, string Reason, DateTimeOffset Since);
