namespace Sluice.Pipeline.Tests;

/// <summary>
/// Counts every call to the store and to the systems, before and after it took effect, and dies at one of them.
/// </summary>
internal sealed class CrashPoints
{
    private int _target = int.MaxValue;
    private int _count;
    private string? _died;

    public int Count => _count;

    public string? Died => _died;

    public void DieAt(int target) => (_target, _count, _died) = (target, 0, null);

    public void Revive() => DieAt(int.MaxValue);

    public void Pass(string what)
    {
        // What is dead does nothing more: neither does anything that ran beside it.
        if (_died is not null)
            throw new CrashException(_died);
        if (Interlocked.Increment(ref _count) == _target)
        {
            _died = $"at point {_target}, {what}";
            throw new CrashException(_died);
        }
    }
}
