using System.CommandLine;
using Sluice.Host.Deciding;
using Sluice.Pipeline;

namespace Sluice.Host.Commands;

/// <summary><c>sluice review</c>: what only a person can decide, and how, singly or hundreds at once.</summary>
internal static class ReviewCommand
{
    public static Command Create()
    {
        var pairing = new Argument<string?>("PAIRING")
        {
            Description = "Only this pairing.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command("review", "Lists what only a person can decide, with the answers that there are.")
        {
            pairing, settings, store, json, ReviewDecideCommand.Create(), CreateExport(), CreateApply(),
        };
        command.SetAction(async (parsed, _) =>
        {
            await using var desk = await Desk.OpenAsync(parsed.GetValue(settings) ?? [], parsed.GetValue(store));
            var all = await ReadAsync(desk, parsed.GetValue(pairing));
            var asked = Answerable(all);
            var left = all.Where(question => !question.IsDocumented)
                .CountBy(question => question.Item.Pairing, StringComparer.Ordinal).ToList();
            var waiting = await desk.Store.WaitingAsync();
            if (parsed.GetValue(json))
                Console.WriteLine(ReviewText.Json(asked, left, waiting));
            else
                ReviewText.Print(Console.Out, asked, left, waiting);

            return asked.Count > 0 ? ExitCode.Attention : ExitCode.Done;
        });
        return command;
    }

    private static Command CreateExport()
    {
        var file = new Argument<string>("FILE") { Description = "Where to write to; overwritten where it is there." };
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command(
            "export",
            "Writes the questions as comma-separated values, those that are alike side by side, with an empty column "
            + "for the decision. 'all ANSWER' answers every row of its group.")
        {
            file, settings, store, json,
        };
        command.SetAction(async (parsed, token) =>
        {
            var path = parsed.GetValue(file)!;
            await using var desk = await Desk.OpenAsync(parsed.GetValue(settings) ?? [], parsed.GetValue(store));
            if (ReviewAnswers.AreIn(path))
                throw new HostException(
                    $"{path} holds answers, which would be lost.",
                    $"Apply them first (sluice review apply {path}), or name another file.");

            var asked = Answerable(await ReadAsync(desk, null));
            var answerable = asked.Count(question => Choices.Of(question).Count > 0);
            try
            {
                await ReviewFile.SaveAsync(path, ReviewFile.Write(asked), token);
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
            {
                throw new HostException($"{path} cannot be written: {failed.Message}", "Name another file.");
            }

            Console.WriteLine(parsed.GetValue(json)
                ? $$"""{"questions":{{answerable}},"elsewhere":{{asked.Count - answerable}}}"""
                : $"{answerable} questions. Fill in the last column, then: sluice review apply {path}"
                + (asked.Count > answerable
                    ? $"\n{asked.Count - answerable} more are put right elsewhere: see sluice review."
                    : ""));
            return asked.Count > 0 ? ExitCode.Attention : ExitCode.Done;
        });
        return command;
    }

    private static Command CreateApply()
    {
        var file = new Argument<string>("FILE") { Description = "What `sluice review export` wrote, filled in." };
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command(
            "apply", "Takes the answers of a file. Rows that are wrong are listed with their line; the rest goes on.")
        {
            file, settings, store, json,
        };
        command.SetAction(async (parsed, _) =>
        {
            var path = parsed.GetValue(file)!;
            await using var desk = await Desk.OpenAsync(parsed.GetValue(settings) ?? [], parsed.GetValue(store));
            var answers = ReviewAnswers.Read(path, Answerable(await ReadAsync(desk, null)));
            var refused = answers.Wrong.ToList();
            var accepted = new List<PersonDecision>();
            var waiting = 0;
            var verdicts = await desk.Decisions.JudgeAsync([.. answers.Decisions.Select(row => row.Decision)]);
            foreach (var ((line, decision), verdict) in answers.Decisions.Zip(verdicts))
                if (verdict.IsWaiting)
                    waiting++;
                else if (verdict.IsApplied)
                    accepted.Add(decision);
                else
                    refused.Add((line, $"{verdict.Text} {verdict.Fix}"));

            if (accepted.Count > 0)
                await desk.Decisions.LeaveAsync(accepted);
            return LeftText.Report(path, "answers", accepted.Count, waiting, refused, parsed.GetValue(json));
        });
        return command;
    }

    private static IReadOnlyList<Question> Answerable(IReadOnlyList<Question> all) =>
        [.. all.Where(question => question.IsDocumented)];

    private static Task<IReadOnlyList<Question>> ReadAsync(Desk desk, string? pairing) =>
        Question.ReadAsync(desk.Store, pairing is null ? null : Names.Pairing(pairing).Name);
}
