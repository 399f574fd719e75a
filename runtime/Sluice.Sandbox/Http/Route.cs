namespace Sluice.Sandboxes.Http;

/// <param name="Method">The verb.</param>
/// <param name="Template">The path; <c>{}</c> catches one segment.</param>
/// <param name="Query">The query parameters it knows; any other is refused.</param>
/// <param name="Answer">What it does.</param>
internal sealed record Route(string Method, string Template, IReadOnlyList<string> Query, Func<Call, Reply> Answer)
{
    private readonly string[] _segments = Template.Split('/');

    /// <summary>What the template catches of a path; null where it does not meet it.</summary>
    public IReadOnlyList<string>? Match(string[] path)
    {
        if (path.Length != _segments.Length)
            return null;

        var captures = new List<string>();
        for (var i = 0; i < path.Length; i++)
        {
            if (_segments[i] == "{}" && path[i].Length > 0)
                captures.Add(path[i]);
            else if (_segments[i] != path[i])
                return null;
        }

        return captures;
    }
}
