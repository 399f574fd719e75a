namespace Sluice.Stores.Sqlite;

/// <summary>Finds who of a pairing shares match keys with one other only: a walk through all keys.</summary>
/// <remarks>The rows lie in the order of their keys, so that each is passed once and none is looked up.</remarks>
internal sealed class MateSearch(Session session)
{
    // Both are open at once: they must not be one statement, not even one text.
    private readonly Statement _left = session.Prepare(
        "select rule, key, record from match_keys where pairing = $pairing and side = 0 order by rule, key");

    private readonly Statement _right = session.Prepare(
        "select rule, key, record from match_keys where pairing = $pairing and side = 1 order by rule, key");

    private readonly List<long> _lefts = [];
    private readonly List<long> _rights = [];
    private byte[] _key = new byte[256];

    /// <param name="pairing">The pairing.</param>
    /// <param name="records">The highest number of a record.</param>
    public Mates Run(long pairing, int records)
    {
        var mates = new Mates(records);
        using var left = _left.Query(pairing);
        using var right = _right.Query(pairing);
        for (var (isLeft, isRight) = (left.Read(), right.Read()); isLeft && isRight;)
            switch (Compare(left, right))
            {
                case < 0:
                    isLeft = left.Read();
                    break;
                case > 0:
                    isRight = right.Read();
                    break;
                default:
                    var (rule, length) = (left.Small(0), Keep(left.Utf8(1)));
                    isLeft = Collect(left, rule, length, _lefts);
                    isRight = Collect(right, rule, length, _rights);
                    Meet(mates, rule);
                    break;
            }

        return mates;
    }

    private void Meet(Mates mates, int rule)
    {
        if (_lefts is [var one] && _rights is [var other])
        {
            mates.Meet(one, other, rule);
            return;
        }

        _lefts.ForEach(mates.Forget);
        _rights.ForEach(mates.Forget);
    }

    // Up to the first row of another key; false where there is none.
    private bool Collect(Rows rows, int rule, int length, List<long> records)
    {
        records.Clear();
        do
        {
            records.Add(rows.Number(2));
            if (!rows.Read())
                return false;
        }
        while (rows.Small(0) == rule && rows.Utf8(1).SequenceEqual(_key.AsSpan(0, length)));
        return true;
    }

    private int Keep(ReadOnlySpan<byte> key)
    {
        if (key.Length > _key.Length)
            _key = new byte[key.Length * 2];
        key.CopyTo(_key);
        return key.Length;
    }

    private static int Compare(Rows left, Rows right) =>
        left.Small(0).CompareTo(right.Small(0)) is not 0 and var byRule
            ? byRule
            : left.Utf8(1).SequenceCompareTo(right.Utf8(1));
}
