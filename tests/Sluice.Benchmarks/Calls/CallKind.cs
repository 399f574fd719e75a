namespace Sluice.Benchmarks.Calls;

/// <summary>What a call was for.</summary>
internal enum CallKind
{
    /// <summary>To sign in, or to ask who we are.</summary>
    SignIn,

    /// <summary>A page of a listing.</summary>
    List,

    /// <summary>One record by its key.</summary>
    Read,

    /// <summary>A record that is made, changed or removed.</summary>
    Write,
}
