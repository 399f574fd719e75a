using System.IO.Compression;
using System.Text;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests.Wire;

/// <summary>Answers may come compressed, which is asked for: listings are long, and much alike.</summary>
public sealed class CompressionTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_compressed_answer_is_read_as_any_other(string encoding)
    {
        await using var server = Loopback.Start(Answers.Of(
            "200 OK", "application/json", Compressed("""{ "Id": "C1", "Name": "Ås" }""", encoding),
            $"Content-Encoding: {encoding}"));
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(
            sandbox.Addresses, ("Customcrm:BaseAddress", server.Address.AbsoluteUri));

        var record = await host.Source("Customcrm", "Customer")
            .ReadAsync("C1", TestContext.Current.CancellationToken);

        Assert.Equal("Ås", ((CustomCrm.Customer)record!.Value).Name);
        Assert.Contains("Accept-Encoding: ", server.Request, StringComparison.Ordinal);
        Assert.Contains(encoding, server.Request, StringComparison.Ordinal);
    }

    // As the bytes of an answer are told here: one a character.
    private static string Compressed(string text, string encoding)
    {
        using var bytes = new MemoryStream();
        using (Stream packing = encoding switch
        {
            "gzip" => new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(bytes, CompressionLevel.Fastest, leaveOpen: true),
        })
            packing.Write(Encoding.UTF8.GetBytes(text));

        return Encoding.Latin1.GetString(bytes.ToArray());
    }
}
