using Sluice.EndToEnd.Tests.Oracles;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

public sealed class ReportTests(ITestOutputHelper output)
{
    private const int Rounds = 4;
    private const int EditsPerRound = 12;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_number_of_a_report_follows_from_log_and_dump_alone(int attempt)
    {
        output.WriteLine($"Attempt {attempt}");
        await using var scene = await Scene.OpenAsync(output);
        await scene.ApproveAsync();
        Assert.DoesNotContain(await scene.Sandbox.LogAsync(), entry => entry.IsWrite);

        var oracle = new Oracle();
        oracle.Check(await Cycle.RunAsync(scene));

        var edits = new Edits(scene.Sandbox, new((int)scene.Sandbox.Seed));
        for (var round = 0; round < Rounds; round++)
        {
            for (var edit = 0; edit < EditsPerRound; edit++)
                output.WriteLine(await edits.MakeAsync([.. oracle.People.Links.Keys]));

            oracle.Check(await Cycle.RunAsync(scene));
        }

        await QuietAsync(scene, oracle);
    }

    [Fact]
    public async Task A_service_tells_programs_of_each_cycle_in_a_line()
    {
        await using var scene = await Scene.OpenAsync(output);
        scene.Set("Pipeline__Interval", "00:00:01");
        await using var service = scene.Start("run", "--json");
        await service.OutputAsync("\"run\":2,");

        await service.SignalAsync("TERM");
        var told = scene.Checked(["run", "--json"], await service.EndAsync()).Returned(0).Output;

        var lines = told.TrimEnd().Split('\n');
        Assert.True(lines.Length >= 2, told);
        Assert.All(lines, line => Assert.NotNull(Report.Of(line).AwaitingApproval));
    }

    private static async Task QuietAsync(Scene scene, Oracle oracle)
    {
        oracle.Check(await Cycle.RunAsync(scene));
        var quiet = await Cycle.RunAsync(scene);
        oracle.Check(quiet);

        Assert.Equal(0, quiet.Report.Changes);
        Assert.DoesNotContain(quiet.Log, entry => entry.IsWrite);
        Assert.Equal(0, await scene.UnsettledAsync());
    }
}
