using System.Runtime.CompilerServices;

namespace Sluice.Simulation;

/// <summary>Lets others go first. A dead process never gets its turn again.</summary>
internal readonly struct Turn(Life life) : INotifyCompletion
{
    public bool IsCompleted => false;

    public Turn GetAwaiter() => this;

    public void GetResult()
    {
    }

    public void OnCompleted(Action continuation) => life.Start(continuation);
}
