namespace Sluice;

/// <summary>What a person is asked; it says which decisions answer it.</summary>
public enum OpenCause
{
    /// <summary>Something that is put right elsewhere.</summary>
    Other,

    /// <summary>Two values of a field differ: one is taken.</summary>
    Differing,

    /// <summary>Several records could be meant: one is linked, or they are told apart.</summary>
    Candidates,

    /// <summary>The counterpart is gone: another is made, or the record is left.</summary>
    Gone,

    /// <summary>It was told apart from its counterpart: another is made, or the record is left.</summary>
    Parted,

    /// <summary>A record may be what a create made whose answer was lost: the two are linked, or told apart.</summary>
    Made,

    /// <summary>An edit went with its record, which we were deleting: all there is to say is that it was seen.
    /// </summary>
    Lost,
}
