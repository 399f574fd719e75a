namespace Sluice.Stores.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_run_that_is_asked_for_is_taken_up_once_in_its_order_and_answered()
    {
        Assert.Null(await Store.TakeUpAsync(Noon));
        var (first, second) = (await AskAsync("{\"a\":1}"), await AskAsync("{\"a\":2}"));
        Assert.Equal(
            [(first, "{\"a\":1}", Noon), (second, "{\"a\":2}", Noon)],
            (await Store.WaitingRequestsAsync(At(1))).Select(asked => (asked.Id, asked.Scope, asked.AskedAt)));

        var taken = await Store.TakeUpAsync(At(1));
        Assert.Equal((first, "{\"a\":1}", RequestState.TakenUp), (taken!.Id, taken.Scope, taken.State));
        Assert.Equal(second, (await Store.TakeUpAsync(At(1)))!.Id);
        Assert.Null(await Store.TakeUpAsync(At(1)));
        Assert.Equal(("", ""), await TextsAsync(first));
        await Store.AnswerAsync(first, run: 7, "{\"done\":true}");
        await RefusedAsync(async () => await Store.AnswerAsync(first, run: 8, "{}"));

        Assert.Equal(RequestState.Answered, await StateAsync(first));
        Assert.Equal(("", "{\"done\":true}"), await TextsAsync(first));
        Assert.Equal(RequestState.Answered, await Store.RemoveAsync(first));
        Assert.Null(await Store.FindRequestAsync(first));
        Assert.True(await AskAsync("{}") > second);
    }

    [Fact]
    public async Task A_run_that_an_owner_died_of_is_neither_taken_up_again_nor_answered_by_the_next()
    {
        var asked = await AskAsync("{}");
        await Store.TakeUpAsync(At(1));
        Assert.Null(await Store.RemoveAsync(asked));

        await ReopenAsync();

        Assert.Null(await Store.TakeUpAsync(At(1)));
        await RefusedAsync(async () => await Store.AnswerAsync(asked, run: 1, "{}"));
        Assert.Equal(RequestState.Broken, await StateAsync(asked));
        Assert.Equal(("", ""), await TextsAsync(asked));
        Assert.Equal(RequestState.Broken, await Store.RemoveAsync(asked));
        Assert.Null(await Store.FindRequestAsync(asked));
    }

    [Fact]
    public async Task A_run_that_waits_outlives_its_owner()
    {
        var asked = await AskAsync("{}");

        await ReopenAsync();

        Assert.Equal(asked, (await Store.TakeUpAsync(At(1)))!.Id);
        await Store.AnswerAsync(asked, run: null, "{}");
    }

    [Fact]
    public async Task A_run_that_nobody_waits_for_any_more_lapses_and_its_answer_goes()
    {
        var (answered, waits, killed) = (await AskAsync("{}"), await AskAsync("{}"), await AskAsync("{\"c\":3}"));
        await Store.ExtendAsync(waits, At(20));
        Assert.Equal(answered, (await Store.TakeUpAsync(At(2)))!.Id);
        await Store.AnswerAsync(answered, run: 1, "{\"of\":\"somebody\"}");

        Assert.Equal(waits, (await Store.TakeUpAsync(At(6)))!.Id);

        Assert.Equal(RequestState.Answered, await StateAsync(answered));
        Assert.Equal(RequestState.Lapsed, await StateAsync(killed));
        Assert.Equal(("", ""), await TextsAsync(killed));
        Assert.Equal(("", ""), await TextsAsync(answered));
        await Store.ExtendAsync(killed, At(90));
        Assert.Null(await Store.TakeUpAsync(At(7)));
        Assert.Equal(RequestState.Lapsed, await Store.RemoveAsync(killed));
        Assert.Empty(await Store.WaitingRequestsAsync(At(1)));
    }

    [Fact]
    public async Task A_run_whose_asker_was_killed_waits_no_longer_even_where_no_owner_looks()
    {
        var (killed, waits) = (await AskAsync("{}"), await AskAsync("{}"));
        await Store.ExtendAsync(waits, At(20));

        Assert.Equal([killed, waits], await WaitingAsync(5));
        Assert.Equal([waits], await WaitingAsync(6));

        // A process that stood still for so long, and is heard of before an owner has looked, waits again.
        await Store.ExtendAsync(killed, At(20));
        Assert.Equal([killed, waits], await WaitingAsync(7));
        Assert.Equal(killed, (await Store.TakeUpAsync(At(7)))!.Id);
    }

    [Fact]
    public async Task What_was_asked_for_long_ago_is_not_kept()
    {
        await AskAsync("{}");
        await AskAsync("{}", minute: 50);

        await Store.BeginRunAsync(At(90), At(10));

        Assert.Equal(1, Count("run_requests"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F57_Requests_and_answers_tell_nothing_of_whom_was_forgotten_and_others_run_as_asked(bool isLate)
    {
        await FillAsync("c-77", "g", "k", "Rev");
        var answered = await AskAsync("{}");
        await Store.TakeUpAsync(At(1));
        await Store.AnswerAsync(answered, run: 1, "{\"new\":\"Rev\"}");
        string[] named =
        [
            """{"key":"c-77"}""", $$"""{"scope":{"pairing":"{{Pairing}}","key":"c-77"},"program":"a1"}""",
        ];
        string[] others =
        [
            """{"scope":{"pairing":"acme-revs/beta-users","key":"c-77"},"program":"a1"}""",
            """{"scope":{"key":"k-c-77"},"program":"c-77"}""",
        ];
        if (isLate)
            await DecideAsync(2, new RecordForgotten(Person with { Key = "c-77" }));
        foreach (var scope in named.Concat(others))
            await AskAsync(scope);
        if (!isLate)
            await DecideAsync(2, new RecordForgotten(Person with { Key = "c-77" }));

        Assert.Equal(("", ""), await TextsAsync(answered));
        Assert.Equal(
            [.. named.Select(scope => scope.Replace("c-77", "(forgotten)", StringComparison.Ordinal)), .. others],
            (await Store.WaitingRequestsAsync(At(2))).Select(request => request.Scope));
    }

    private ValueTask<long> AskAsync(string scope, int minute = 0) => Store.AskAsync(scope, At(minute), At(minute + 5));

    private async Task<long[]> WaitingAsync(int minute) =>
        [.. (await Store.WaitingRequestsAsync(At(minute))).Select(request => request.Id)];

    private async Task<RequestState> StateAsync(long request) => (await Store.FindRequestAsync(request))!.State;

    private async Task<(string Scope, string Answer)> TextsAsync(long request) =>
        (await Store.FindRequestAsync(request))! is var found ? (found.Scope, found.Answer) : default;
}
