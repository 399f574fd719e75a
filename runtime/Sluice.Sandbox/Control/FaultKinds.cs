using Sluice.Sandboxes.Control.Faults;

namespace Sluice.Sandboxes.Control;

internal static class FaultKinds
{
    public static IReadOnlyList<FaultKind> All { get; } =
    [
        new FailPageOnce(),
        new DropAnswerOnce(),
        new HoldAnswerOnce(),
        new AnswerStatus(),
        new AnswerHtml(),
        new AnswerNothing(),
        new AnswerEndlessly(),
        new RefuseToken(),
        new RightMissing(),
        new TokenLifetime(),
        new GraceWindow(),
        new SameRefreshToken(),
        new DenySignIn(),
        new LimitRate(),
        new DelayAnswers(),
        new LagBehind(),
        new CommitLate(),
        new DriftPages(),
        new EmptyPageOnce(),
        new LoseNext(),
        new HideProperty(),
        new AnswerOddly(),
    ];
}
