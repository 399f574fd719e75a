namespace Sluice;

/// <summary>How unlinked records stand to those across from them, as far as that is plain.</summary>
[Flags]
public enum Standings
{
    /// <summary>None of these.</summary>
    None = 0,

    /// <summary>They share no match key with anybody, never had a link, and nobody told them apart.</summary>
    Alone = 1,

    /// <summary>
    /// They and one record across share match keys with each other only; both are unlinked, never had a link, and
    /// nobody told them apart.
    /// </summary>
    Paired = 2,

    /// <summary>Any of them.</summary>
    All = Alone | Paired,
}
