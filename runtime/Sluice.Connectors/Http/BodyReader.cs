namespace Sluice.Connectors.Http;

/// <summary>Reads bodies into memory, up to a size: one without end must not take the host with it.</summary>
internal static class BodyReader
{
    private const int Megabyte = 1 << 20;

    /// <exception cref="AnswerTooLongException">The body does not end within the size.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(
        HttpContent content, int megabytes, CancellationToken token)
    {
        var most = (long)megabytes * Megabyte;
        if (content.Headers.ContentLength > most)
            throw new AnswerTooLongException(megabytes);

        await using var stream = await content.ReadAsStreamAsync(token);
        var buffer = new MemoryStream();
        var part = new byte[16 * 1024];
        while (await stream.ReadAsync(part, token) is > 0 and var read)
        {
            if (buffer.Length + read > most)
                throw new AnswerTooLongException(megabytes);

            buffer.Write(part, 0, read);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
