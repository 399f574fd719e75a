namespace Sluice.Http.Rest;

/// <summary>How bodies are written and answers are read.</summary>
/// <param name="contentSerializer">The serializer of both.</param>
internal sealed class RefitSettings(SystemTextJsonContentSerializer contentSerializer)
{
    /// <summary>The serializer of bodies and answers.</summary>
    public SystemTextJsonContentSerializer ContentSerializer { get; } = contentSerializer;

    /// <summary>Accepted for the sake of the vocabulary: bodies are always in memory before they are sent.</summary>
    public bool Buffered { get; set; } = true;
}
