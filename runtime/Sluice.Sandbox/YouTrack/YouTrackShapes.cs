using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>What YouTrack takes in a body of its own records.</summary>
internal static class YouTrackShapes
{
    private static readonly Shape Reference = new() { ["$type"] = Property.Text, ["id"] = Property.Text.NotNull };

    public static Shape User { get; } = new()
    {
        ["$type"] = Property.Text,
        ["login"] = Property.Text.NotNull,
        ["fullName"] = Property.Text.NotNull,
        ["email"] = Property.Text,
        ["id"] = Property.Text.ReadOnly,
        ["ringId"] = Property.Text.ReadOnly,
        ["guest"] = Property.Flag.ReadOnly,
        ["online"] = Property.Flag.ReadOnly,
        ["banned"] = Property.Flag.ReadOnly,
        ["avatarUrl"] = Property.Text.ReadOnly,
        ["tags"] = Property.List().ReadOnly,
        ["profiles"] = Property.Any.ReadOnly,
    };

    public static Shape Group { get; } = new()
    {
        ["$type"] = Property.Text,
        ["name"] = Property.Text.NotNull,
        ["id"] = Property.Text.ReadOnly,
        ["ringId"] = Property.Text.ReadOnly,
        ["usersCount"] = Property.Integer.ReadOnly,
        ["icon"] = Property.Text.ReadOnly,
        ["allUsersGroup"] = Property.Flag.ReadOnly,
        ["teamForProject"] = Property.Any.ReadOnly,
    };

    public static Shape Project { get; } = new()
    {
        ["$type"] = Property.Text,
        ["name"] = Property.Text.NotNull,
        ["shortName"] = Property.Text.NotNull,
        ["description"] = Property.Text,
        ["archived"] = Property.Flag.NotNull,
        ["leader"] = Property.Object(Reference).NotNull,
        ["fromEmail"] = Property.Text,
        ["replyToEmail"] = Property.Text,
        ["template"] = Property.Flag.NotNull,
        ["id"] = Property.Text.ReadOnly,
        ["iconUrl"] = Property.Text.ReadOnly,
        ["team"] = Property.Any.ReadOnly,
        ["customFields"] = Property.List().ReadOnly,
    };

    public static Shape Organization { get; } = new()
    {
        ["$type"] = Property.Text,
        ["key"] = Property.Text.NotNull,
        ["name"] = Property.Text.NotNull,
        ["description"] = Property.Text,
        ["id"] = Property.Text.ReadOnly,
        ["iconUrl"] = Property.Text.ReadOnly,
        ["projects"] = Property.List().ReadOnly,
    };

    public static Shape Issue { get; } = new()
    {
        ["$type"] = Property.Text,
        ["summary"] = Property.Text.NotNull,
        ["description"] = Property.Text,
        ["project"] = Property.Object(Reference).NotNull,
        ["customFields"] = Property.List(new()
        {
            ["$type"] = Property.Text.NotNull,
            ["id"] = Property.Text.NotNull,
            ["name"] = Property.Text.NotNull,
            ["value"] = Property.Any,
        }).NotNull,
        ["tags"] = Property.List(Reference).NotNull,
        ["id"] = Property.Text.ReadOnly,
        ["idReadable"] = Property.Text.ReadOnly,
        ["numberInProject"] = Property.Integer.ReadOnly,
        ["created"] = Property.Integer.ReadOnly,
        ["updated"] = Property.Integer.ReadOnly,
        ["resolved"] = Property.Integer.ReadOnly,
        ["reporter"] = Property.Any.ReadOnly,
        ["updater"] = Property.Any.ReadOnly,
        ["visibility"] = Property.Any.ReadOnly,
    };

    public static Shape WorkItem { get; } = new()
    {
        ["$type"] = Property.Text,
        ["author"] = Property.Object(Reference).NotNull,
        ["text"] = Property.Text,
        ["type"] = Property.Object(Reference),
        ["date"] = Property.Integer.NotNull,
        ["duration"] = Property.Object(new()
        {
            ["$type"] = Property.Text,
            ["minutes"] = Property.Integer.NotNull,
            ["id"] = Property.Text.ReadOnly,
            ["presentation"] = Property.Text.ReadOnly,
        }).NotNull,
        ["id"] = Property.Text.ReadOnly,
        ["creator"] = Property.Any.ReadOnly,
        ["textPreview"] = Property.Text.ReadOnly,
        ["created"] = Property.Integer.ReadOnly,
        ["updated"] = Property.Integer.ReadOnly,
        ["issue"] = Property.Any.ReadOnly,
        ["attributes"] = Property.List().ReadOnly,
    };
}
