namespace Sluice.Host;

/// <summary>Something a person did or must do: printed in two lines, without a stack trace.</summary>
public sealed class HostException : Exception
{
    /// <summary>A failure with its remedy.</summary>
    /// <param name="message">What is wrong, and where.</param>
    /// <param name="fix">What to do about it.</param>
    /// <param name="exitCode">What the process returns.</param>
    public HostException(string message, string fix, int exitCode = 1)
        : base(message) => (Fix, ExitCode) = (fix, exitCode);

    /// <summary>What to do about it.</summary>
    public string Fix { get; }

    /// <summary>What the process returns.</summary>
    public int ExitCode { get; }
}
