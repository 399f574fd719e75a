namespace Sluice.Host;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    public const int Failed = 1;

    /// <summary>There is something to do or to decide.</summary>
    public const int Attention = 2;

    public const int BreakerOpen = 3;

    public const int SignInNeeded = 4;
}
