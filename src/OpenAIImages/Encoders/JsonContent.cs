using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenAIImages.Calls;

namespace OpenAIImages.Encoders;

/// <summary>A request as JSON, in an array of its own.</summary>
/// <remarks>The array is not pooled. A transport may still read it after a call was cancelled, and a reused array would
/// show the prompt of one caller to another.</remarks>
internal sealed class JsonContent : SendTrackingContent
{
    private const int InitialCapacity = 512;
    private const int MaxKeptCapacity = 64 * 1024;

    // The body is not HTML. The relaxed encoder does not escape Chinese text, which then takes half the bytes of \u
    // escapes.
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // Each thread keeps a buffer and a writer. New ones would take 700 of the 4,096 bytes that a call to a destination
    // may allocate; AllocationBudgetTests measures it.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _keptBuffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _keptWriter;

    private readonly byte[] _json;

    public JsonContent(byte[] json)
    {
        _json = json;
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    /// <summary>Writes an object as UTF-8 JSON.</summary>
    /// <param name="state">The argument of <paramref name="writeMembers"/>.</param>
    /// <param name="writeMembers">Writes the members of the object.</param>
    public static byte[] Write<T>(T state, Action<Utf8JsonWriter, T> writeMembers)
    {
        var buffer = _keptBuffer ?? new ArrayBufferWriter<byte>(InitialCapacity);
        var json = _keptWriter ?? new Utf8JsonWriter(buffer, WriterOptions);

        // After an exception, the buffer and the writer are in an unknown state and are not kept.
        (_keptBuffer, _keptWriter) = (null, null);
        json.WriteStartObject();
        writeMembers(json, state);
        json.WriteEndObject();
        json.Flush();
        var written = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity <= MaxKeptCapacity)
        {
            buffer.Clear();
            json.Reset();
            (_keptBuffer, _keptWriter) = (buffer, json);
        }

        return written;
    }

    protected override Task WriteAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        => stream.WriteAsync(_json, 0, _json.Length, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;

        return true;
    }

    // .NET Framework disposes of content once it is sent, and this content may be sent again. It holds no resources.
    [SuppressMessage("Usage", "CA2215", Justification = "The base would dispose of content that may be sent again.")]
    protected override void Dispose(bool disposing)
    {
    }
}
