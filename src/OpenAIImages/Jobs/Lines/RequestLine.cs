using OpenAIImages.Encoders;

namespace OpenAIImages.Jobs;

/// <summary>One line of the file of a batch.</summary>
internal sealed class RequestLine
{
    private static readonly byte[] BodyName = ",\"body\":"u8.ToArray();

    private static readonly byte[] End = "}\n"u8.ToArray();

    private readonly byte[] _head;

    /// <param name="id">The id of the piece.</param>
    /// <param name="endpoint">The endpoint of the batch.</param>
    /// <param name="body">The request as JSON, whose length is known.</param>
    public RequestLine(string id, string endpoint, HttpContent body)
    {
        // The last byte closes the object. The body is written before it.
        var head = JsonContent.Write((id, endpoint), static (json, line) =>
        {
            json.WriteString("custom_id", line.id);
            json.WriteString("method", "POST");
            json.WriteString("url", line.endpoint);
        });
        _head = [.. head.AsSpan(0, head.Length - 1), .. BodyName];
        Body = body;
    }

    public HttpContent Body { get; }

    /// <summary>Gets the length of the whole line in bytes.</summary>
    public long Length => _head.Length + Body.Headers.ContentLength!.Value + End.Length;

    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_head.AsMemory(), cancellationToken).ConfigureAwait(false);
        await Body.CopyToAsync(stream, context: null, cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(End.AsMemory(), cancellationToken).ConfigureAwait(false);
    }
}
