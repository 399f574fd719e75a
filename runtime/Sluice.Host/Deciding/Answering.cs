using Sluice.Pipeline;

namespace Sluice.Host.Deciding;

/// <summary>Answers what is asked about one record.</summary>
internal sealed class Answering(Desk desk, PairingDescriptor pairing)
{
    public async Task<int> RunAsync(Side side, string key, string answer, string? field, bool json)
    {
        var asked = await AskedAsync(side, key, field);
        var decisions = asked.Select(question => Choices.Read(pairing, question, answer)).OfType<PersonDecision>()
            .Distinct().ToList();
        if (decisions.Count == 0)
            decisions.Add(
                (asked.Count == 0 ? Plain(side, key, answer) : null) ?? throw NoAnswer(side, key, answer, asked));

        var verdicts = await desk.Decisions.JudgeAsync(decisions);
        if (verdicts.FirstOrDefault(verdict => !verdict.IsApplied) is { } refused)
            throw new HostException(refused.Text, refused.Fix);

        await desk.Decisions.LeaveAsync(decisions);
        foreach (var (decision, verdict) in decisions.Zip(verdicts))
            Console.WriteLine(json ? LeftText.Json(decision, verdict) : LeftText.Of(verdict));
        return ExitCode.Done;
    }

    // Differing values are asked about under one of the two keys, and the other is as good a name.
    private async Task<IReadOnlyList<Question>> AskedAsync(Side side, string key, string? field)
    {
        var items = (await desk.Store.OpenItemsAsync(pairing.Name, side, key)).ToList();
        if ((await desk.Store.FindLinkAsync(pairing.Name, side, key))?.Link is { } link)
            items.AddRange(await desk.Store.OpenItemsAsync(pairing.Name, side.Other(), link.Key(side.Other())));

        return await Question.ReadAsync(
            desk.Store,
            items.Where(item => field is null || string.Equals(item.Field, field, StringComparison.OrdinalIgnoreCase)));
    }

    // What was left in silence, or was decided before, is not asked about, and may still be decided.
    private PersonDecision? Plain(Side side, string key, string answer) => answer.ToLowerInvariant() switch
    {
        "again" => new(DecisionKind.Again) { Pairing = pairing.Name, Side = side, Key = key },
        "leave" => new(DecisionKind.Leave) { Pairing = pairing.Name, Side = side, Key = key },
        _ => null,
    };

    private HostException NoAnswer(Side side, string key, string answer, IReadOnlyList<Question> asked)
    {
        var choices = asked.SelectMany(Choices.Of).Distinct(StringComparer.Ordinal).ToList();
        return new(
            asked.Count == 0
                ? $"Nothing is asked about {pairing[side].Name} {key}."
                : $"'{answer}' is no answer to what is asked about {pairing[side].Name} {key}.",
            asked.Count == 0 ? $"`sluice review {pairing.Name}` lists what is."
            : choices.Count > 0 ? $"Choose from {string.Join(", ", choices)}."
            : "It is put right elsewhere; `sluice review` says what is wrong.");
    }
}
