using Sluice.Connectors;
using Sluice.Pipeline;

namespace Sluice.Host.Doctoring;

/// <summary>
/// Holds how long a call may take against how long a lost create is waited for. See
/// <c>spec/decisions/0092-a-write-has-a-time-by-which-it-is-sent.md</c>.
/// </summary>
internal static class CallTime
{
    public static IEnumerable<Warning> Warnings(string system, SystemOptions options, PipelineOptions pipeline)
    {
        if (pipeline.LateCommitBound > TimeSpan.Zero && options.Timeout > pipeline.LateCommitBound / 2)
            yield return new(
                $"Systems:{system}:{nameof(options.Timeout)} is {options.Timeout}, longer than half of "
                + $"Pipeline:{nameof(pipeline.LateCommitBound)} ({pipeline.LateCommitBound}). A create whose answer is "
                + "lost could be looked for, and made again, before a slow call has come to its end.",
                $"Give a {nameof(pipeline.LateCommitBound)} of at least {options.Timeout * 2}, or a shorter "
                + $"{nameof(options.Timeout)}.");
    }
}
