using Sluice.Pipeline;

namespace Sluice.Simulation;

/// <summary>
/// What becomes of runs that are asked for: each is carried out once at most, while whoever asked stands by it, and
/// nobody is told otherwise.
/// </summary>
internal sealed class AskedRuns
{
    private readonly Dictionary<long, Asked> _all = [];

    /// <summary>The first promise that was broken.</summary>
    public string? Wrong { get; private set; }

    /// <summary>Something was stored.</summary>
    public void Stored(Life life, string method, object?[]? args, object? result)
    {
        switch (method, args, result)
        {
            case (nameof(IStore.AskAsync), [_, DateTimeOffset at, DateTimeOffset until], long id):
                _all[id] = new(life, at, until);
                break;
            case (nameof(IStore.ExtendAsync), [long id, DateTimeOffset until], _):
                _all[id].Until = until;
                break;
            case (nameof(IStore.RemoveAsync), [long id], RequestState.Waiting or RequestState.Lapsed):
                _all[id].IsTakenBack = true;
                break;
            case (nameof(IStore.TakeUpAsync), [DateTimeOffset at], RunRequest request):
                TakenUp(request.Id, at);
                break;
            case (nameof(IStore.AnswerAsync), [long id, _, string answer], _):
                _all[id].Answer = answer;
                break;
        }
    }

    /// <summary>Since when somebody waits.</summary>
    public DateTimeOffset Since(Life life) => Last(life).At;

    /// <summary>Whoever asked heard what came of it.</summary>
    public void Ended(Life life, RequestOutcome outcome)
    {
        var asked = Last(life);
        var isTrue = outcome.End switch
        {
            RequestEnd.Answered => asked.Answer is { } told && (outcome.Answer.Length == 0 || outcome.Answer == told),
            RequestEnd.Broken => asked is { IsTakenUp: true, Answer: null },
            RequestEnd.UnderWay => asked.IsTakenUp,
            _ => !asked.IsTakenUp && asked.IsTakenBack,
        };
        if (!isTrue)
            Wrong ??= $"engine {life.Number} heard {outcome.End} of what was {asked}";
    }

    // Whoever stood still for too long asks anew: the last one is what it hears of.
    private Asked Last(Life life) => _all.Values.Last(asked => asked.Life == life);

    private void TakenUp(long id, DateTimeOffset at)
    {
        var asked = _all[id];
        if (asked.IsTakenUp || asked.IsTakenBack || asked.Until < at)
            Wrong ??= $"request {id} is taken up, and was {asked}";
        asked.IsTakenUp = true;
    }

    private sealed class Asked(Life life, DateTimeOffset at, DateTimeOffset until)
    {
        public Life Life { get; } = life;

        public DateTimeOffset At { get; } = at;

        public DateTimeOffset Until { get; set; } = until;

        public bool IsTakenUp { get; set; }

        public bool IsTakenBack { get; set; }

        public string? Answer { get; set; }

        public override string ToString() =>
            $"asked for until {Until:T}{(IsTakenUp ? ", taken up" : "")}{(IsTakenBack ? ", taken back" : "")}"
            + (Answer is null ? "" : ", answered");
    }
}
