using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sluice.Host.Deciding;

/// <summary>
/// What a person is asked, as a table to be filled in: a row a question, those that ask the same side by side, so that
/// one answer can stand for all of them.
/// </summary>
internal static class ReviewFile
{
    private static readonly string[] Header =
    [
        "group", "pairing", "asks", "field", "left value", "right value", "side", "key", "reason", "choices", "basis",
        "decision",
    ];

    /// <summary>The table; questions that are put right elsewhere are not in it.</summary>
    public static string Write(IEnumerable<Question> questions)
    {
        var text = new StringBuilder(string.Join(',', Header)).Append('\n');
        var groups = questions.Where(question => Choices.Of(question).Count > 0)
            .GroupBy(Group).OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal);
        foreach (var (number, group) in groups.Index())
            foreach (var question in group.OrderBy(question => question.Item.Side)
                .ThenBy(question => question.Item.Key, StringComparer.Ordinal))
                text.Append(Csv.Row(Cells(number + 1, question))).Append('\n');

        return text.ToString();
    }

    /// <summary>Writes a file that only its user can read: it shows values of people.</summary>
    public static async Task SaveAsync(string path, string text, CancellationToken token)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        // Spreadsheets take a file without a byte order mark for one of their country's old code page.
        await using var writer = new StreamWriter(
            path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), options);
        await writer.WriteAsync(text.AsMemory(), token);
    }

    public static string Ask(OpenItem item) => item.Cause.ToString().ToLowerInvariant();

    /// <summary>
    /// Tells what a question was about: values may be rewritten by the spreadsheet that showed them.
    /// </summary>
    public static string Basis(OpenItem item)
    {
        var reason = item.Cause == OpenCause.Differing ? "" : item.Reason;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Values(item)}\u001f{reason}"));
        return Convert.ToHexStringLower(hash)[..12];
    }

    private static IEnumerable<(string Text, bool IsKey)> Cells(int group, Question question)
    {
        var item = question.Item;
        return
        [
            (group.ToString(CultureInfo.InvariantCulture), true), (item.Pairing, true), (Ask(item), true),
            (item.Field, true), (question.Shared ?? item.Left.ToString(), false),
            (question.Shared ?? item.Right.ToString(), false),
            (Names.Word(item.Side), true), (item.Key, true), (item.Reason, false),
            (string.Join(' ', Choices.Of(question)), true), (Basis(item), true), ("", true),
        ];
    }

    // Records that could be meant for the same others are alike, as those of one shared mailbox are.
    private static string Group(Question question) => string.Join(
        '\u001f', Values(question.Item), question.Candidates.Count == 0 ? "" : Names.Word(question.Item.Side),
        string.Join(
            '\u001e', question.Candidates.Select(candidate => candidate.Key).Order(StringComparer.Ordinal)));

    private static string Values(OpenItem item) => string.Join(
        '\u001f', item.Pairing, Ask(item), item.Field, item.Left.ToStored(), item.Right.ToStored());
}
