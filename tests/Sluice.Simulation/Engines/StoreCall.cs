using System.Collections.Concurrent;
using System.Reflection;

namespace Sluice.Simulation;

/// <summary>A method of the store, and how it is called.</summary>
internal sealed class StoreCall
{
    private static readonly MethodInfo Generic = typeof(WatchedStore)
        .GetMethod(nameof(WatchedStore.PassAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private static readonly ConcurrentDictionary<MethodInfo, StoreCall> Known = new();
    private readonly MethodInvoker _method;
    private readonly MethodInvoker _pass;

    private StoreCall(MethodInfo method)
    {
        Name = method.Name;
        (Before, After) = ($"before {Name}", $"after {Name}");
        _method = MethodInvoker.Create(method);
        IsWatched = IsPlace(Name);
        IsPlain = method.ReturnType == typeof(ValueTask);
        _pass = MethodInvoker.Create(Generic.MakeGenericMethod(
            method.ReturnType is { IsGenericType: true } valued ? valued.GetGenericArguments()[0] : typeof(bool)));
    }

    // A count that is read once in a cycle is no place of its own, nor is a look right after another: to die there is
    // to die at the next one.
    public static bool IsPlace(string name) => name is not (
        "get_Epoch" or "get_MayRenew" or nameof(IAsyncDisposable.DisposeAsync) or nameof(IStore.VanishedAsync)
        or nameof(IStore.DecidedAsync));

    public string Name { get; }

    /// <summary>The place before its transaction.</summary>
    public string Before { get; }

    /// <summary>The place after it.</summary>
    public string After { get; }

    public bool IsWatched { get; }

    /// <summary>Whether it returns nothing but that it ended.</summary>
    public bool IsPlain { get; }

    public static StoreCall Of(MethodInfo method) => Known.GetOrAdd(method, static known => new(known));

    public object? Pass(WatchedStore store, object?[]? args) => _pass.Invoke(store, this, args);

    /// <summary>Does it. The store works synchronously: what it returns has ended.</summary>
    public object? Do(IStore store, object?[]? args)
    {
        var result = _method.Invoke(store, args.AsSpan());
        if (result is ValueTask plain)
            plain.GetAwaiter().GetResult();
        return result;
    }
}
