using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Sluice.Pipeline.Tests;

/// <summary>
/// A store around another, every method of which is a place to die: before its transaction and after it.
/// </summary>
public class CrashingStore : DispatchProxy
{
    private static readonly MethodInfo Later = typeof(CrashingStore)
        .GetMethod(nameof(PassLater), BindingFlags.NonPublic | BindingFlags.Static)!;

    private IStore _inner = null!;
    private CrashPoints _points = null!;
    private Func<string, Task>? _before;

    internal static IStore Around(IStore inner, CrashPoints points, Func<string, Task>? before = null)
    {
        var proxy = Create<IStore, CrashingStore>();
        var crashing = (CrashingStore)(object)proxy;
        (crashing._inner, crashing._points, crashing._before) = (inner, points, before);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var name = targetMethod!.Name;
        if (name is "get_Epoch" or nameof(IAsyncDisposable.DisposeAsync))
            return targetMethod.Invoke(_inner, args);

        if (targetMethod.ReturnType == typeof(ValueTask))
            return new ValueTask(PassAsync(this, name, () => (ValueTask)Call(targetMethod, args)));

        return Later.MakeGenericMethod(targetMethod.ReturnType.GetGenericArguments()[0])
            .Invoke(null, [this, name, (Func<object>)(() => Call(targetMethod, args))]);
    }

    private static async Task PassAsync(CrashingStore store, string name, Func<ValueTask> call) =>
        await PassLater<bool>(store, name, () => new ValueTask<bool>(AsTrue(call())));

    private static async ValueTask<T> PassLater<T>(CrashingStore store, string name, Func<object> call)
    {
        if (store._before is { } before)
            await before(name);
        store._points.Pass($"before {name}");
        var result = await (ValueTask<T>)call();
        store._points.Pass($"after {name}");
        return result;
    }

    private static async Task<bool> AsTrue(ValueTask task)
    {
        await task;
        return true;
    }

    private object Call(MethodInfo method, object?[]? args)
    {
        try
        {
            return method.Invoke(_inner, args)!;
        }
        catch (TargetInvocationException failure)
        {
            ExceptionDispatchInfo.Throw(failure.InnerException!);
            throw;
        }
    }
}
