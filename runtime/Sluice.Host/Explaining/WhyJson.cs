using Sluice.Host.Deciding;
using Sluice.Host.Output;

namespace Sluice.Host.Explaining;

/// <summary>Writes where a record's values came from as one line of JSON.</summary>
internal static class WhyJson
{
    public static string Write(Explanation why) => JsonLine.Of(json =>
    {
        json.WriteString("system", why.Record.Entity.System);
        json.WriteString("entity", why.Record.Entity.Entity);
        json.WriteString("key", why.Record.Key);
        json.WriteObjects("links", why.Links, linked =>
        {
            var link = linked.Link;
            json.WriteString("pairing", link.Pairing);
            json.WriteString("left", link.LeftKey);
            json.WriteString("right", link.RightKey);
            json.WriteString("state", link.State.ToString().ToLowerInvariant());
            json.WriteString("origin", WhyText.Origin(link));
            json.WriteObjects("agreed", linked.Bases, agreed =>
            {
                json.WriteString("field", agreed.Field);
                json.WriteString("left", agreed.Left.ToString());
                json.WriteString("right", agreed.Right.ToString());
            });
        });
        json.WriteObjects("history", why.History, entry =>
        {
            var pairing = Names.Find(entry.Pairing);
            json.WriteString("at", entry.At);
            json.WriteString("pairing", entry.Pairing);
            json.WriteString("left", entry.LeftKey);
            json.WriteString("right", entry.RightKey);
            json.WriteString("from", pairing?[entry.Written.Other()].System);
            json.WriteString("written", pairing?[entry.Written].System);
            json.WriteString("field", entry.Field);
            if (entry.IsDelete)
                json.WriteBoolean("deleted", true);
            json.WriteString("old", entry.Old.ToString());
            json.WriteString("new", entry.New.ToString());
            json.WriteString("rule", entry.Rule);
            json.WriteString("document", Explanation.Document(entry));
            json.WriteNumber("line", entry.Line);
            if (entry.SeenAt is { } seen)
                json.WriteString("seenAt", seen);
            if (entry.Run > 0)
                json.WriteNumber("run", entry.Run);
            if (entry.Intent is { } intent)
                json.WriteNumber("write", intent);
        });
        if (why.IsCut)
            json.WriteBoolean("olderLeftOut", true);
        json.WriteObjects("open", why.Open, item =>
        {
            json.WriteString("pairing", item.Pairing);
            json.WriteString("reason", item.Reason);
            json.WriteString("since", item.Since);
        });
    });
}
