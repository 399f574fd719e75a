namespace Sluice.Stores.Sqlite;

/// <summary>
/// Which records of a pairing share match keys with each other and with nobody else, whether they are there and in
/// scope or not. Four bytes a record.
/// </summary>
/// <param name="records">The highest number of a record.</param>
/// <remarks>
/// Read and written by whoever holds the session's gate. It may always know too little: then the rows are asked.
/// </remarks>
internal sealed class Mates(int records)
{
    /// <summary>Stands for nobody.</summary>
    public const int None = 0;

    /// <summary>Stands for several, or for whom nobody knows.</summary>
    public const int Unknown = -1;

    private readonly int[] _mates = new int[records + 1];

    // Most pairings have one rule, and most records agree by the first.
    private readonly Dictionary<int, int> _rules = [];

    /// <summary>The only record that shares a key with another one, which shares one with it only.</summary>
    public int Of(long record) => record < _mates.Length ? _mates[record] : Unknown;

    /// <summary>The first rule by which a record agrees with its mate.</summary>
    public int Rule(long record) => _rules.GetValueOrDefault((int)record);

    /// <summary>Notes that two share a key by a rule, in the order of the rules.</summary>
    public void Meet(long left, long right, int rule)
    {
        var (one, other) = (Of(left), Of(right));
        if (one == right && other == left)
            return;

        if (one != None || other != None)
        {
            Forget(left);
            Forget(right);
            return;
        }

        (_mates[left], _mates[right]) = ((int)right, (int)left);
        if (rule > 0)
            _rules[(int)left] = _rules[(int)right] = rule;
    }

    /// <summary>Of a record it is no longer known, nor of whoever is known to be its mate.</summary>
    public void Forget(long record)
    {
        if (Of(record) is > None and var mate)
            _mates[mate] = Unknown;
        if (record < _mates.Length)
            _mates[record] = Unknown;
    }
}
