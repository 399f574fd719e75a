using Sluice.Pipeline;

namespace Sluice.Simulation;

/// <summary>
/// Whoever answers what the engine asks about single records, as one who looks now and then and knows who is who.
/// </summary>
internal sealed class Reviewer(World world, Chance chance)
{
    // While everything heals, whatever is asked again and again is left alone some time.
    private const int Patience = 3;
    private readonly Answers _answers = new(world, chance);
    private readonly Dictionary<(string Pairing, Side Side, string Key, string Field), int> _times = [];

    /// <summary>How many decisions were left.</summary>
    public int Decisions { get; private set; }

    /// <summary>Leaves what is decided about single records.</summary>
    public async Task DecideAsync(DecisionDesk desk)
    {
        if (world.Faults.AreOn)
            _times.Clear();
        foreach (var item in world.Store.OpenItemsAsync(null).Value())
            if (item.Kind == OpenKind.Review && chance.Happens(world.Faults.AreOn ? 0.3 : 0.5)
                && _answers.To(item) is { } decision && IsPatient(item))
                await LeaveAsync(desk, decision);
    }

    /// <summary>The engine stored something.</summary>
    public void Stored(object?[]? args)
    {
        if (args is [DecisionCommit { IsApplied: true } commit])
            foreach (var effect in commit.Effects)
                Applied(effect);
    }

    // Some ask first what a decision would come to, as the verbs do; others leave what was true when they looked.
    private async Task LeaveAsync(DecisionDesk desk, PersonDecision decision)
    {
        if (chance.Happens(0.5) && !(await desk.JudgeAsync(decision)).IsApplied)
            return;

        Decisions++;
        world.Diary.Note($"a person decides: {decision.Subject}");
        await desk.LeaveAsync(decision);
    }

    private bool IsPatient(OpenItem item)
    {
        var question = (item.Pairing, item.Side, item.Key, item.Field);
        _times[question] = _times.GetValueOrDefault(question) + 1;
        return _times[question] <= Patience;
    }

    private void Applied(DecisionEffect effect)
    {
        if (effect is RecordRuled ruled)
        {
            world.Faults.Count(Fault.AnsweredQuestion);
            if (ruled.Ruling == Ruling.Create)
                Again(_answers.Of(ruled.Pairing, ruled.Side, ruled.Key), ruled);
            else
                _answers.Of(ruled.Pairing, ruled.Side, ruled.Key).IsLeft = true;
        }
    }

    // What a pairing makes nobody for is linked where it is there, and not wanted anew.
    private void Again(Person person, RecordRuled ruled)
    {
        var made = world.Pairings.Single(pairing => pairing.Descriptor.Name == ruled.Pairing)
            .Descriptor[ruled.Side.Other()];
        var system = made.System;
        if (made.Creation != Creation.Never && person.WantIn(system))
            person.GoneIn.UnionWith(world.Pairings.Select(known => known.Descriptor)
                .Where(known => known.Left.System == system || known.Right.System == system)
                .Select(known => known.Name));
        person.GoneIn.Remove(ruled.Pairing);
        world.Diary.Note($"person {person.Id} is wanted in {system} again by {ruled.Pairing}");
    }
}
