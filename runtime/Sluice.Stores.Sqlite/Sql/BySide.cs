namespace Sluice.Stores.Sqlite;

/// <summary>
/// A statement for either side of a pairing. In the text <c>#_key</c> stands for the column of the side asked for, and
/// <c>@_key</c> for that of the side across.
/// </summary>
internal sealed class BySide(Session session, string sql)
{
    private readonly Statement _left = session.Prepare(Fill(sql, "left", "right"));
    private readonly Statement _right = session.Prepare(Fill(sql, "right", "left"));

    public Statement this[Side side] => side == Side.Left ? _left : _right;

    private static string Fill(string sql, string own, string across) =>
        sql.Replace("#_", own + "_", StringComparison.Ordinal).Replace("@_", across + "_", StringComparison.Ordinal);
}
