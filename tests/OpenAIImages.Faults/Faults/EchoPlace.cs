namespace OpenAIImages.Faults.Faults;

/// <summary>The places in the head and the framing of a reply where a broken server may repeat the request.</summary>
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

    /// <summary>After the end of a whole reply.</summary>
    Garbage,
}
