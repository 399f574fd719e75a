using Microsoft.Extensions.Logging;
using Sluice.Pipeline;

namespace Sluice.Host.Running;

/// <summary>Cycles that other processes ask the owner of the store for.</summary>
internal sealed class RequestedCycles(Engine engine, TimeProvider clock, ILogger log)
{
    private readonly string _program = RequestedScope.ProgramOf(engine.Cycles.Compiled);

    /// <summary>Runs the one that has waited longest, and answers whoever asked.</summary>
    /// <returns>What it did; null where none waits.</returns>
    public async Task<CycleReport?> RunNextAsync(CancellationToken token)
    {
        if (await engine.Store.TakeUpAsync(clock.GetUtcNow()) is not { } request)
            return null;

        var asked = RequestedScope.Read(request.Scope);
        if (asked?.Program != _program)
        {
            log.LogWarning("Another process asked for one cycle, and was compiled from other documents: refused");
            var refused = new RunAnswer(
                null,
                "The `sluice run` that owns the store was compiled from other documents than this program; nothing was "
                    + "done.",
                "Stop it, and start this program's `run`; or ask with the program that it is.");
            await engine.Store.AnswerAsync(request.Id, run: null, refused.ToJson());
            return null;
        }

        log.LogInformation(
            "Another process asks for one cycle of {Pairing}", asked.Scope.Pairing ?? "all pairings");
        var ran = await OneCycle.CarryOutAsync(engine, asked.Scope, progress: null, token);
        await engine.Store.AnswerAsync(request.Id, ran.Report.Run, new RunAnswer(ran).ToJson());
        return ran.Report;
    }
}
