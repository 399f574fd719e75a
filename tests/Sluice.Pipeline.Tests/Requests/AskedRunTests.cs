using Sluice.Stores.Sqlite;

namespace Sluice.Pipeline.Tests;

/// <summary>A run that the owner of a store is asked for, and whoever waits for it.</summary>
public sealed class AskedRunTests : IAsyncLifetime
{
    private static readonly RequestedScope Scope = new(
        new() { Pairing = "acme-people/beta-users", Key = "17", Limit = 2 }, "program");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sluice-asked-");
    private readonly HastyClock _clock = new();
    private readonly List<string> _told = [];
    private SqliteStore _owner = null!;
    private SqliteStore _beside = null!;

    private string Path => System.IO.Path.Combine(_folder.FullName, "sluice.db");

    public async ValueTask InitializeAsync()
    {
        _owner = await SqliteStore.OpenAsync(Path, StoreAccess.Own);
        _beside = await SqliteStore.OpenAsync(Path, StoreAccess.Look);
    }

    public async ValueTask DisposeAsync()
    {
        await _beside.DisposeAsync();
        await _owner.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_owner_is_told_what_to_run_and_its_answer_comes_back()
    {
        var outcome = await WaitAsync(async look =>
        {
            if (look == 3)
                Assert.Equal(Scope, RequestedScope.Read((await TakeUpAsync())!.Scope));
            if (look == 5)
                await _owner.AnswerAsync(1, run: 4, "{\"answer\":1}");
            return false;
        });

        Assert.Equal(new(RequestEnd.Answered, "{\"answer\":1}"), outcome);
        Assert.Null(await _owner.FindRequestAsync(1));
        Assert.Equal(
            ["waiting for the process that owns the store", "the process that owns the store carries it out"], _told);
    }

    [Fact]
    public async Task However_long_the_owner_is_busy_the_request_stands_while_somebody_waits_for_it()
    {
        var began = _clock.GetUtcNow();
        var outcome = await WaitAsync(async look =>
        {
            if (look == 20_000)
                await _owner.AnswerAsync((await TakeUpAsync())!.Id, run: null, "{}");
            return false;
        });

        Assert.Equal(RequestEnd.Answered, outcome.End);
        Assert.True(_clock.GetUtcNow() - began > TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task A_request_whose_process_was_killed_is_not_taken_up_later()
    {
        await AskedRun.AskAsync(_beside, Scope, _clock);

        _clock.Advance(AskedRun.Stands + TimeSpan.FromSeconds(1));

        Assert.Null(await TakeUpAsync());
        Assert.Equal(RequestState.Lapsed, (await _owner.FindRequestAsync(1))!.State);
    }

    [Fact]
    public async Task Who_stood_still_for_too_long_asks_anew()
    {
        var outcome = await WaitAsync(async look =>
        {
            if (look == 2)
            {
                _clock.Advance(TimeSpan.FromHours(1));
                Assert.Null(await TakeUpAsync());
            }

            if (look == 4)
            {
                var again = await TakeUpAsync();
                Assert.Equal((2, Scope), (again!.Id, RequestedScope.Read(again.Scope)));
                await _owner.AnswerAsync(again.Id, run: null, "{}");
            }

            return false;
        });

        Assert.Equal(new(RequestEnd.Answered, "{}"), outcome);
    }

    [Fact]
    public async Task Who_finds_the_store_without_an_owner_runs_what_nobody_has_taken_up()
    {
        var outcome = await WaitAsync(async look => look == 3 && await SucceedAsync());

        Assert.Equal(RequestEnd.Ours, outcome.End);
        Assert.Null(await TakeUpAsync());
    }

    [Fact]
    public async Task What_an_owner_had_taken_up_when_it_ended_is_run_by_nobody()
    {
        var outcome = await WaitAsync(async look =>
        {
            if (look == 2)
                await TakeUpAsync();
            return look == 3 && await SucceedAsync();
        });

        Assert.Equal(RequestEnd.Broken, outcome.End);
        Assert.Null(await TakeUpAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_an_owner_had_taken_up_is_broken_where_the_next_owner_starts_before_who_waits(bool givesUp)
    {
        using var stop = new CancellationTokenSource();
        var outcome = await StoppableAsync(
            async look =>
            {
                Assert.True(look < 5, "It is waited for on and on.");
                if (look == 2)
                    await TakeUpAsync();
                if (look == 3)
                    await SucceedAsync();
                if (look == 3 && givesUp)
                    await stop.CancelAsync();
                return false;
            },
            stop.Token);

        Assert.Equal(new(RequestEnd.Broken), outcome);
        Assert.Null(await TakeUpAsync());
        Assert.Null(await _owner.FindRequestAsync(1));
    }

    [Fact]
    public async Task An_answer_that_came_just_before_the_owner_ended_is_heard()
    {
        var outcome = await WaitAsync(async look =>
        {
            await _owner.AnswerAsync((await TakeUpAsync())!.Id, run: 1, "{}");
            return await SucceedAsync();
        });

        Assert.Equal(new(RequestEnd.Answered, "{}"), outcome);
    }

    [Theory]
    [InlineData(false, RequestEnd.Withdrawn)]
    [InlineData(true, RequestEnd.UnderWay)]
    public async Task Who_gives_up_takes_back_what_was_not_taken_up(bool isTakenUp, RequestEnd end)
    {
        using var stop = new CancellationTokenSource();
        var outcome = await StoppableAsync(
            async look =>
            {
                if (isTakenUp)
                    await TakeUpAsync();
                await stop.CancelAsync();
                return false;
            },
            stop.Token);

        Assert.Equal(end, outcome.End);
        Assert.Null(await TakeUpAsync());
    }

    [Fact]
    public void A_request_of_a_program_that_knows_more_is_none() =>
        Assert.Null(RequestedScope.Read("{\"scope\":{\"tenant\":\"x\"},\"program\":\"p\"}"));

    /// <summary>Asks, and does something at each look.</summary>
    private Task<RequestOutcome> WaitAsync(Func<int, Task<bool>> own) =>
        StoppableAsync(own, TestContext.Current.CancellationToken);

    private async Task<RequestOutcome> StoppableAsync(Func<int, Task<bool>> own, CancellationToken token)
    {
        var asked = await AskedRun.AskAsync(_beside, Scope, _clock);
        var looks = 0;
        return await asked.WaitAsync(() => own(++looks), new Told(_told), token);
    }

    private ValueTask<RunRequest?> TakeUpAsync() => _owner.TakeUpAsync(_clock.GetUtcNow());

    private async Task<bool> SucceedAsync()
    {
        await _owner.DisposeAsync();
        _owner = await SqliteStore.OpenAsync(Path, StoreAccess.Own);
        return true;
    }

    private sealed class Told(List<string> told) : IProgress<CycleProgress>
    {
        public void Report(CycleProgress value) => told.Add(value.Subject);
    }
}
