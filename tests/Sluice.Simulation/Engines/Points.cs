namespace Sluice.Simulation;

/// <summary>
/// The places at which the engine waits for the world: before and after each call to the store and to the systems. At
/// each of them it may die or be held up, and users may act.
/// </summary>
internal sealed class Points(Faults faults, Action users)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hit = new(StringComparer.Ordinal);
    private int _dieIn = int.MaxValue;
    private (string Place, int Times)? _dieAt;
    private int _pauseIn = int.MaxValue;
    private Action<Life, string>? _pause;

    /// <summary>The places that were passed.</summary>
    public IReadOnlyCollection<string> Known => _known;

    /// <summary>The places at which a process died.</summary>
    public IReadOnlyCollection<string> Hit => _hit;

    /// <summary>Kills whoever passes the place that comes so many places from here.</summary>
    public void DieIn(int places) => _dieIn = places;

    /// <summary>Kills whoever passes a place for the so many-th time from here.</summary>
    public void DieAt(string place, int times) => _dieAt = (place, times);

    /// <summary>Holds up whoever passes the place that comes so many places from here.</summary>
    public void PauseIn(int places, Action<Life, string> pause) => (_pauseIn, _pause) = (places, pause);

    /// <summary>Neither kills nor holds anybody from here on.</summary>
    public void Calm() => (_dieIn, _dieAt, _pauseIn) = (int.MaxValue, null, int.MaxValue);

    /// <returns>False where the process died here.</returns>
    public bool Pass(Life life, string place)
    {
        if (life.IsDead)
            return false;

        _known.Add(place);
        users();
        if (--_dieIn == 0 || IsLast(place))
        {
            _hit.Add(place);
            faults.Count(Fault.Crash);
            life.Kill();
            return false;
        }

        if (--_pauseIn == 0)
        {
            faults.Count(Fault.OwnerPause);
            _pause!(life, place);
        }

        return true;
    }

    private bool IsLast(string place)
    {
        if (_dieAt is not { } end || end.Place != place)
            return false;

        _dieAt = end.Times == 1 ? null : (place, end.Times - 1);
        return _dieAt is null;
    }
}
