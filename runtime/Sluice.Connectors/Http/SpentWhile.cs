namespace Sluice.Connectors.Http;

/// <summary>
/// Says how long to stay away where a system says that nothing is left of the while in which it counts calls.
/// </summary>
/// <remarks>
/// When the while began is not said, so all of it is waited for. A system that has never shown more than nothing since
/// is not believed again: its calls would go one in a while for ever. Not safe for concurrent use: the pacer guards it.
/// </remarks>
internal sealed class SpentWhile
{
    private bool _isBelieved = true;
    private DateTimeOffset _until;

    /// <summary>Until when nobody calls; null where nothing stands against it.</summary>
    public DateTimeOffset? Told(Throttle told, DateTimeOffset now)
    {
        if (told.Available > 0)
        {
            // What was under way when nothing was left may still tell of what was left before.
            _isBelieved |= now >= _until;
            return null;
        }

        if (!_isBelieved)
            return null;

        _isBelieved = false;
        return _until = now + (told.While < Pacer.LongestHold ? told.While : Pacer.LongestHold);
    }
}
