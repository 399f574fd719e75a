using Sluice.Pipeline;

namespace Sluice.Host.Deciding;

/// <summary>Answers what is asked about one record.</summary>
internal sealed class Answering(Desk desk, PairingDescriptor pairing)
{
    public async Task<int> RunAsync(Side side, string key, string answer, string? field, bool json)
    {
        var items = await ItemsAsync(side, key, field);
        var decisions = items.Select(item => Choices.Read(pairing, item, answer)).OfType<PersonDecision>().ToList();
        if (decisions.Count == 0)
            decisions.Add(Plain(side, key, answer) ?? throw NoAnswer(side, key, answer, items));

        var verdicts = new List<Verdict>();
        foreach (var decision in decisions)
        {
            var verdict = await desk.Decisions.JudgeAsync(decision);
            verdicts.Add(verdict.IsApplied ? verdict : throw new HostException(verdict.Text, verdict.Fix));
        }

        await desk.Decisions.LeaveAsync(decisions);
        foreach (var verdict in verdicts)
            Console.WriteLine(json ? LeftText.Json(decisions[0].Kind, verdict, []) : LeftText.Of(verdict));
        return ExitCode.Done;
    }

    // Differing values are asked about under one of the two keys, and the other is as good a name.
    private async Task<IReadOnlyList<OpenItem>> ItemsAsync(Side side, string key, string? field)
    {
        var items = (await desk.Store.OpenItemsAsync(pairing.Name, side, key)).ToList();
        if ((await desk.Store.FindLinkAsync(pairing.Name, side, key))?.Link is { } link)
            items.AddRange(await desk.Store.OpenItemsAsync(pairing.Name, side.Other(), link.Key(side.Other())));

        return
        [
            .. items.Where(item => item.Kind == OpenKind.Review
                && (field is null || string.Equals(item.Field, field, StringComparison.OrdinalIgnoreCase))),
        ];
    }

    // What was left in silence, or was decided before, is not asked about, and may still be decided.
    private PersonDecision? Plain(Side side, string key, string answer) => answer.ToLowerInvariant() switch
    {
        "again" => new(DecisionKind.Again) { Pairing = pairing.Name, Side = side, Key = key },
        "leave" => new(DecisionKind.Leave) { Pairing = pairing.Name, Side = side, Key = key },
        _ => null,
    };

    private HostException NoAnswer(Side side, string key, string answer, IReadOnlyList<OpenItem> items)
    {
        var choices = items.SelectMany(Choices.Of).Distinct(StringComparer.Ordinal).ToList();
        return new(
            items.Count == 0
                ? $"Nothing is asked about {pairing[side].Name} {key}."
                : $"'{answer}' is no answer to what is asked about {pairing[side].Name} {key}.",
            items.Count == 0 ? $"`sluice review {pairing.Name}` lists what is."
            : choices.Count > 0 ? $"Choose from {string.Join(", ", choices)}."
            : "It is put right elsewhere; `sluice review` says what is wrong.");
    }
}
