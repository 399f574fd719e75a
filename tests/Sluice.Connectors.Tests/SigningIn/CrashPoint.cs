namespace Sluice.Connectors.Tests.SigningIn;

/// <summary>Where a process dies while it renews a sign-in.</summary>
public enum CrashPoint
{
    /// <summary>Before it wrote down that it does.</summary>
    BeforeNote,

    /// <summary>After that, before it asked.</summary>
    AfterNote,

    /// <summary>It asked, and the question never arrived.</summary>
    RequestLost,

    /// <summary>The system gave out new tokens, and the answer never arrived.</summary>
    ReplyLost,

    /// <summary>The answer arrived, and was not stored yet.</summary>
    BeforeSave,

    /// <summary>It was stored, and not used yet.</summary>
    AfterSave,

    /// <summary>It was used, and the call not answered yet.</summary>
    AfterUse,
}
