namespace Sluice.Specification.Binding;

/// <summary>Why nothing takes values back to a source that could be written.</summary>
internal enum BackFault
{
    /// <summary>The data type has no inverse that loses nothing.</summary>
    NoInverse,

    /// <summary>The source is a point in time and the target a day.</summary>
    LosesTime,

    /// <summary>The source is a list and the target one value.</summary>
    IsList,

    /// <summary>The source's member cannot hold what would come back.</summary>
    Misfit,

    /// <summary>Another source goes before it, and values go back to that in another way.</summary>
    GoesOtherwise,
}
