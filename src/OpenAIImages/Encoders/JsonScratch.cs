using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenAIImages.Encoders;

/// <summary>What it takes to write a request as JSON: a buffer and a writer, kept for the next request.</summary>
internal sealed class JsonScratch : IDisposable
{
    // The body is no HTML: left relaxed, Chinese stays Chinese and takes half the bytes of \u escapes.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // One a thread is enough: whoever is still writing when the thread turns to another request has taken it away.
    [ThreadStatic]
    private static JsonScratch? _kept;

    private readonly PooledBuffer _buffer = new();

    private JsonScratch()
    {
        Json = new Utf8JsonWriter(_buffer, Options);
        Fields = new JsonFieldWriter(Json);
    }

    public Utf8JsonWriter Json { get; }

    public JsonFieldWriter Fields { get; }

    public static JsonScratch Rent()
    {
        var kept = _kept;
        _kept = null;

        return kept ?? new JsonScratch();
    }

    /// <summary>Returns what was written, in an array of its own.</summary>
    public byte[] ToArray()
    {
        Json.Flush();

        return _buffer.Written.ToArray();
    }

    public void Dispose()
    {
        _buffer.Clear();
        Json.Reset(_buffer);
        _kept = this;
    }
}
