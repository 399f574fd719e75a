namespace Sluice.Connectors.Tests.SigningIn;

/// <summary>What ends a process in a test. Nobody may catch it.</summary>
public sealed class CrashException : Exception
{
    public CrashException(CrashPoint point)
        : base($"The process died: {point}.")
    {
    }
}
