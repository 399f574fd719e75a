using System.Reflection;

namespace Sluice.Simulation;

/// <summary>
/// A process's store: each of its methods is a place to die, before its transaction and after it, and a place where
/// others get their turn.
/// </summary>
public class WatchedStore : DispatchProxy
{
    private IStore _inner = null!;
    private Life _life = null!;
    private Points _points = null!;
    private Chance _chance = null!;
    private Diary _diary = null!;

    internal static IStore Around(IStore inner, Life life, Points points, Chance chance, Diary diary)
    {
        var proxy = Create<IStore, WatchedStore>();
        var watched = (WatchedStore)(object)proxy;
        (watched._inner, watched._life, watched._points) = (inner, life, points);
        (watched._chance, watched._diary) = (chance, diary);
        return proxy;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var call = StoreCall.Of(targetMethod!);
        return !call.IsWatched ? call.Do(_inner, args)
            : call.IsPlain ? new ValueTask(PassAsync<bool>(call, args).AsTask())
            : call.Pass(this, args);
    }

    internal async ValueTask<T> PassAsync<T>(StoreCall call, object?[]? args)
    {
        _points.Pass(_life, call.Before);
        if (_life.IsStill)
            await new Turn(_life);
        if (_chance.Happens(0.25))
            await new Turn(_life);

        T result = default!;
        if (call.Do(_inner, args) is ValueTask<T> valued)
            result = await valued;
        _diary.Stored(_life, call.Name, args, result);
        _points.Pass(_life, call.After);
        if (_life.IsStill)
            await new Turn(_life);
        return result;
    }
}
