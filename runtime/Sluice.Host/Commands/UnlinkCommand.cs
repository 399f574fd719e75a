using System.CommandLine;
using Sluice.Host.Deciding;
using Sluice.Pipeline;

namespace Sluice.Host.Commands;

/// <summary><c>sluice unlink</c>: says that two records are not the same thing.</summary>
internal static class UnlinkCommand
{
    public static Command Create()
    {
        var pairing = new Argument<string>("PAIRING")
        {
            Description = "The pairing's name, as `sluice status` has it.",
        };
        var key = new Argument<string>("KEY") { Description = "The key of a linked record; or the left key of two." };
        var across = new Argument<string?>("RIGHTKEY")
        {
            Description = "The right key: tells two records apart whether they are linked or not.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command(
            "unlink",
            "Says that two records are not the same thing: they are not linked again, neither is deleted, and nothing "
            + "is made for either without a decision.")
        {
            pairing, key, across, settings, store, json,
        };
        command.SetAction(async (parsed, _) =>
        {
            await using var desk = await Desk.OpenAsync(parsed.GetValue(settings) ?? [], parsed.GetValue(store));
            var name = await NameAsync(desk, parsed.GetValue(pairing)!);
            var pair = parsed.GetValue(across) is { } right
                ? new KeyPair(name, parsed.GetValue(key)!, right)
                : await LinkedAsync(desk, name, parsed.GetValue(key)!);
            return await desk.LeaveAsync(new(DecisionKind.Unlink) { Pairs = [pair] }, parsed.GetValue(json));
        });
        return command;
    }

    // What a pairing linked before it left the program still says who is one thing.
    private static async Task<string> NameAsync(Desk desk, string name) =>
        Names.Find(name) is null && (await desk.Store.CountsAsync()).Any(count => count.Pairing == name)
            ? name
            : Names.Pairing(name).Name;

    private static async Task<KeyPair> LinkedAsync(Desk desk, string pairing, string key)
    {
        var left = (await desk.Store.FindLinkAsync(pairing, Side.Left, key))?.Link;
        var right = (await desk.Store.FindLinkAsync(pairing, Side.Right, key))?.Link;
        if (left is not null && right is not null && left.Id != right.Id)
            throw new HostException(
                $"{key} is linked on both sides: {left.LeftKey} = {left.RightKey} and "
                + $"{right.LeftKey} = {right.RightKey}.",
                "Name both keys: sluice unlink PAIRING LEFTKEY RIGHTKEY.");

        var link = left ?? right ?? throw new HostException(
            Names.Find(pairing) is { } known
                ? $"Neither {known.Left.Name} nor {known.Right.Name} has a linked record {key}."
                : $"Neither side of {pairing} has a linked record {key}.",
            "Correct the key, or name both: sluice unlink PAIRING LEFTKEY RIGHTKEY.");
        return new(pairing, link.LeftKey, link.RightKey);
    }
}
