namespace Sluice.Pipeline;

/// <summary>Words for a failure that is neither a system's nor the store's.</summary>
internal static class Blame
{
    public static string Hook(string pairing, Exception exception) =>
        $"A hook or mapping of {pairing} failed on it: {exception.GetType().Name}: {exception.Message}";
}
