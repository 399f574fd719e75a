using Sluice.EndToEnd.Tests.Oracles;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>A scene after its first synchronization, from which people go on working.</summary>
internal static class SettledScene
{
    public static async Task<(Crowd Crowd, EndState End)> PrepareAsync(Scene scene)
    {
        var people = new Oracle().People;
        people.Foresee(await scene.Sandbox.DumpAsync());
        await scene.ApproveAsync();
        await scene.SettleAsync();
        await Counterparts.CheckAsync(scene.Sandbox);

        var crowd = new Crowd(
            scene.Sandbox, [.. people.Links.Keys.Order()], new Random((int)scene.Sandbox.Seed));
        await scene.Sandbox.DrainLogAsync();
        return (crowd, new(scene, await scene.Sandbox.DumpAsync(), crowd));
    }
}
