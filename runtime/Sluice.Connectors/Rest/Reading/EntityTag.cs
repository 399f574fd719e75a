using Sluice.Connectors.Http;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>The entity tag of an answer, as the system wrote it.</summary>
internal static class EntityTag
{
    public static string? Of(Answer answer) =>
        answer.IsSuccess && answer.Headers.TryGetValues("ETag", out var values) ? values.First() : null;
}
