using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Sluice.Simulation;

/// <summary>
/// A process's store: each of its methods is a place to die, before its transaction and after it, and a place where
/// others get their turn.
/// </summary>
public class WatchedStore : DispatchProxy
{
    private static readonly MethodInfo Generic = typeof(WatchedStore)
        .GetMethod(nameof(PassAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<MethodInfo, MethodInfo> Passes = new();

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
        if (targetMethod!.Name is "get_Epoch" or nameof(IAsyncDisposable.DisposeAsync))
            return targetMethod.Invoke(_inner, args);
        if (targetMethod.ReturnType == typeof(ValueTask))
            return new ValueTask(PassAsync<bool>(targetMethod, args).AsTask());

        return Passes.GetOrAdd(
                targetMethod, static method => Generic.MakeGenericMethod(method.ReturnType.GetGenericArguments()[0]))
            .Invoke(this, [targetMethod, args]);
    }

    private async ValueTask<T> PassAsync<T>(MethodInfo method, object?[]? args)
    {
        if (!_points.Pass(_life, $"before {method.Name}"))
            await new Turn(_life);
        if (_chance.Happens(0.25))
            await new Turn(_life);

        T result = default!;
        if (Call(method, args) is ValueTask<T> valued)
            result = await valued;
        _diary.Stored(_life, method.Name, args, result);
        if (!_points.Pass(_life, $"after {method.Name}"))
            await new Turn(_life);
        return result;
    }

    private object? Call(MethodInfo method, object?[]? args)
    {
        try
        {
            var result = method.Invoke(_inner, args);

            // The store works synchronously: what it returns has ended.
            if (result is ValueTask plain)
                plain.GetAwaiter().GetResult();
            return result;
        }
        catch (TargetInvocationException failure)
        {
            ExceptionDispatchInfo.Throw(failure.InnerException!);
            throw;
        }
    }
}
