namespace Sluice.Specification.Problems;

/// <summary>How much a problem matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; <c>sluice check</c> shows it, a build does not.</summary>
    Information,

    /// <summary>A person should look at it; the document still means something definite.</summary>
    Warning,

    /// <summary>The document does not say what to do here.</summary>
    Error,
}
