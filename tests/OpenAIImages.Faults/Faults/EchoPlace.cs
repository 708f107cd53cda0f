namespace OpenAIImages.Faults.Faults;

/// <summary>Places of a reply's head and framing where a broken server may repeat the request.</summary>
public enum EchoPlace
{
    StatusLine,
    StatusCode,
    HeaderName,
    HeaderLine,
    HeaderValue,
    ContentLength,
    TransferEncoding,
    ChunkSize,
    ChunkEnd,
    Trailer,

    /// <summary>Behind the end of a reply that is whole.</summary>
    Garbage,
}
