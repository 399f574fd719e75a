namespace Sluice.Stores.Sqlite;

/// <summary>What an owner keeps in mind of one pairing, to find who can be linked with whom.</summary>
/// <remarks>Read and written by whoever holds the session's gate.</remarks>
internal sealed class PairingMemory
{
    // Below it rows cost next to nothing.
    private const int Few = 32;

    // To look for one record's candidates costs about as much as to pass so many keys in their order.
    private const int KeysForOne = 64;

    private readonly SideMemory?[] _sides = new SideMemory?[2];
    private long _asked;

    /// <summary>Who shares keys with whom; null while too few were asked for to look through all keys.</summary>
    public Mates? Mates { get; private set; }

    public SideMemory? this[Side side]
    {
        get => _sides[(int)side];
        set => _sides[(int)side] = value;
    }

    /// <summary>How a record stands to those across from it; null where that is not known.</summary>
    public Standings? Standing(Side side, long record) => Mate(side, record) switch
    {
        Mates.Unknown => null,
        Mates.None => Standings.Alone,
        var mate => this[side.Other()]?.Plain.Contains(mate) == true ? Standings.Paired : null,
    };

    /// <summary>The one candidate of a record that is plain itself.</summary>
    public int Mate(Side side, long record) =>
        Mates is not null && this[side]?.Plain.Contains(record) == true ? Mates.Of(record) : Mates.Unknown;

    /// <summary>Whether it pays to look through all keys of so many records, as more are asked for.</summary>
    public bool IsWorth(int asked, long records) =>
        _asked + asked >= Few && (_asked + asked) * KeysForOne >= records;

    /// <summary>Notes that the rows were asked for a record.</summary>
    public void Ask() => _asked++;

    public void Know(Mates mates) => (Mates, _asked) = (mates, 0);
}
