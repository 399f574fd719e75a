namespace Sluice.Specification.Documents;

/// <summary>What a flow's creation clause says about source records that have no counterpart.</summary>
public enum CreationKind
{
    /// <summary><c>Before any …</c>: only linked records are kept in step, nothing is ever created.</summary>
    LinkRequired,

    /// <summary><c>Every …</c>: each gets a counterpart.</summary>
    Always,

    /// <summary>
    /// <c>Before any …</c> with <c>A new … if it is connected</c>: those connected to a linked record get one.
    /// </summary>
    Conditional,

    /// <summary><c>…, it  will be synchronized</c>: those for which a condition holds that only prose states.</summary>
    FreeForm,
}
