namespace Sluice.Connectors.Tests.Wire;

/// <summary>When a call is cancelled.</summary>
internal enum Cancelled
{
    /// <summary>It is not.</summary>
    Never,

    /// <summary>Before it is made.</summary>
    Before,

    /// <summary>While the answer is waited for.</summary>
    BeforeTheAnswer,

    /// <summary>When the answer's headers have come, and its body has not.</summary>
    BeforeTheBody,
}
