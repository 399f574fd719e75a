namespace Sluice;

/// <summary>A part of a listing. Pages travel through the stages, not records.</summary>
/// <param name="Records">What was read.</param>
/// <param name="Bad">What could not be.</param>
public sealed record Page(IReadOnlyList<Record> Records, IReadOnlyList<BadRecord> Bad)
{
    /// <summary>
    /// How the vendor proved that nothing follows, in words: <c>total 143 = 143 distinct ids</c>. Null while more may
    /// come.
    /// A listing that ends without such a page is incomplete: it decides nothing.
    /// </summary>
    public string? EndProof { get; init; }

    /// <summary>
    /// Where a later listing of changes has to start so that it shows everything that was not shown up to the end of
    /// this page, as <see cref="IDeltaSource"/> says; null where the source cannot tell. Of a full listing only the
    /// last page can tell.
    /// </summary>
    public string? Cursor { get; init; }

    /// <summary>How many records the vendor says there are, where it does.</summary>
    public long? Total { get; init; }
}
