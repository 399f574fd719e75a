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
            var descriptor = Names.Pairing(parsed.GetValue(pairing)!);
            await using var desk = await Desk.OpenAsync(parsed.GetValue(settings) ?? [], parsed.GetValue(store));
            var pair = parsed.GetValue(across) is { } right
                ? new KeyPair(descriptor.Name, parsed.GetValue(key)!, right)
                : await LinkedAsync(desk, descriptor, parsed.GetValue(key)!);
            return await desk.LeaveAsync(new(DecisionKind.Unlink) { Pairs = [pair] }, parsed.GetValue(json));
        });
        return command;
    }

    private static async Task<KeyPair> LinkedAsync(Desk desk, PairingDescriptor pairing, string key)
    {
        var left = (await desk.Store.FindLinkAsync(pairing.Name, Side.Left, key))?.Link;
        var right = (await desk.Store.FindLinkAsync(pairing.Name, Side.Right, key))?.Link;
        if (left is not null && right is not null && left.Id != right.Id)
            throw new HostException(
                $"{key} is linked on both sides: {left.LeftKey} = {left.RightKey} and "
                + $"{right.LeftKey} = {right.RightKey}.",
                "Name both keys: sluice unlink PAIRING LEFTKEY RIGHTKEY.");

        var link = left ?? right ?? throw new HostException(
            $"Neither {pairing.Left.Name} nor {pairing.Right.Name} has a linked record {key}.",
            "Correct the key, or name both: sluice unlink PAIRING LEFTKEY RIGHTKEY.");
        return new(pairing.Name, link.LeftKey, link.RightKey);
    }
}
