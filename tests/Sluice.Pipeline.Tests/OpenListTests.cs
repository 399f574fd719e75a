using System.Reflection;

namespace Sluice.Pipeline.Tests;

/// <summary>What is no longer so is closed in the same order by each process, whatever the hashes are.</summary>
public sealed class OpenListTests
{
    [Fact]
    public async Task What_nobody_confirms_is_closed_in_the_order_of_keys()
    {
        string[] keys = [.. Enumerable.Range(0, 40).Select(number => $"p{number:00}")];
        var (store, closed) = ClosedStore.Of([.. keys.Reverse().Select(Item)]);

        var list = await OpenList.ReadAsync(store, "a/b");
        list.Confirm(Side.Left, "p07");
        await list.CloseOthersAsync();

        Assert.Equal(keys.Where(key => key != "p07"), closed);
    }

    private static OpenItem Item(string key) => new(
        OpenKind.Waiting, "a/b", Side.Left, key, "it waits", 1, DateTimeOffset.UnixEpoch);

    /// <summary>A store in which something is open, and nothing is linked.</summary>
    public class ClosedStore : DispatchProxy
    {
        private readonly List<string> _closed = [];
        private IReadOnlyList<OpenItem> _open = [];

        public static (IStore Store, IReadOnlyList<string> Closed) Of(IReadOnlyList<OpenItem> open)
        {
            var store = Create<IStore, ClosedStore>();
            var closing = (ClosedStore)(object)store;
            closing._open = open;
            return (store, closing._closed);
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            switch (targetMethod!.Name)
            {
                case nameof(IStore.OpenItemsAsync):
                    return new ValueTask<IReadOnlyList<OpenItem>>(_open);
                case nameof(IStore.FindLinkAsync):
                    return Activator.CreateInstance(targetMethod.ReturnType);
                default:
                    _closed.Add((string)args![2]!);
                    return default(ValueTask);
            }
        }
    }
}
