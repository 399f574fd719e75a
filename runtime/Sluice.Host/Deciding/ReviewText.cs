using Sluice.Host.Output;

namespace Sluice.Host.Deciding;

/// <summary>Shows what a person is asked, and what was answered and waits.</summary>
internal static class ReviewText
{
    public static void Print(
        TextWriter output, IReadOnlyList<Question> asked, IReadOnlyList<KeyValuePair<string, int>> left,
        IReadOnlyList<InboxEntry> waiting)
    {
        foreach (var question in asked)
        {
            var item = question.Item;
            var (place, document) = Place(item);
            output.WriteLine($"{item.Pairing} {Names.Word(item.Side)}/{item.Key}  ({place}, {document}:{item.Line})");
            output.WriteLine($"    {item.Reason} (since {item.Since:u})");
            Print(output, question);
            if (Choices.Of(question) is { Count: > 0 } choices)
                output.WriteLine($"    answers: {string.Join(", ", choices)}");
        }

        if (asked.Any(question => Choices.Of(question).Count > 0))
            output.WriteLine(
                "To answer one: sluice review decide PAIRING SIDE/KEY ANSWER. "
                + "Many at once: sluice review export FILE.");
        output.WriteLine(asked.Count switch
        {
            0 => "Nothing waits for a person.",
            1 => "1 question.",
            var count => $"{count} questions.",
        });
        foreach (var (pairing, count) in left)
            output.WriteLine(
                $"{(count == 1 ? "1 question" : $"{count} questions")} of {pairing}, of which no document speaks any "
                + "more, wait for nobody: `sluice status` has them.");
        foreach (var entry in waiting)
            output.WriteLine($"Decided at {entry.At:u}, and waits for the next cycle: {DecisionText.Waiting(entry)}");
    }

    public static string Json(
        IReadOnlyList<Question> asked, IReadOnlyList<KeyValuePair<string, int>> left,
        IReadOnlyList<InboxEntry> waiting) => JsonLine.Of(json =>
    {
        json.WriteObjects("items", asked, question =>
        {
            var item = question.Item;
            var pairing = Names.Find(item.Pairing);
            json.WriteString("pairing", item.Pairing);
            json.WriteString("side", Names.Word(item.Side));
            json.WriteString("system", pairing?[item.Side].System);
            json.WriteString("entity", pairing?[item.Side].Entity);
            json.WriteString("key", item.Key);
            json.WriteString("asks", ReviewFile.Ask(item));
            if (item.Cause == OpenCause.Differing)
            {
                json.WriteString("field", item.Field);
                json.WriteString("left", item.Left.ToString());
                json.WriteString("right", item.Right.ToString());
            }

            json.WriteString("reason", item.Reason);
            json.WriteString("document", pairing?.Document);
            json.WriteNumber("line", item.Line);
            json.WriteString("since", item.Since);
            json.WriteTexts("answers", Choices.Of(question));
            if (question.Candidates.Count > 0)
                json.WriteObjects("candidates", question.Candidates, meant =>
                {
                    json.WriteString("key", meant.Key);
                    json.WriteBoolean("linked", meant.IsLinked);
                    if (meant.Agrees is not null)
                    {
                        json.WriteString("rule", meant.RuleOf(pairing));
                        json.WriteString("agrees", meant.Agrees);
                    }
                });
        });
        json.WriteObjects("undocumented", left, one =>
        {
            json.WriteString("pairing", one.Key);
            json.WriteNumber("questions", one.Value);
        });
        json.WriteObjects("waiting", waiting, entry => DecisionText.Write(json, entry));
    });

    private static void Print(TextWriter output, Question question)
    {
        if (question.Shared is { } shared)
            output.WriteLine($"    what they share: {shared}");
        else
            foreach (var meant in question.Candidates.Where(meant => meant.Agrees is not null).Take(Choices.Named))
                output.WriteLine(
                    $"    what it shares with {meant.Key}: {meant.Agrees}"
                        + $" ({meant.RuleOf(Names.Find(question.Item.Pairing))})");
    }

    private static (string Place, string Document) Place(OpenItem item) => Names.Find(item.Pairing) is { } pairing
        ? ($"{pairing[item.Side].Name}", pairing.Document)
        : ("no document speaks of it", "");
}
