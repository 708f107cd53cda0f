using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenAIImages.Calls;

namespace OpenAIImages.Encoders;

/// <summary>A request as JSON, in the array that it was written to.</summary>
/// <remarks>The array is not pooled: a transport may still read it after a call was cancelled, and an array that is
/// used again would show one caller's prompt to another.</remarks>
internal sealed class JsonContent : SendTrackingContent
{
    // Room for a request with a prompt of a hundred characters: the writer asks for three bytes a character.
    private const int InitialCapacity = 512;

    // The body is not HTML. The relaxed encoder leaves Chinese as it is, which takes half the bytes of \u escapes.
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly ReadOnlyMemory<byte> _json;

    /// <summary>Writes a request.</summary>
    /// <param name="writeMembers">Writes the members of the one object that the request is.</param>
    public JsonContent(Action<Utf8JsonWriter> writeMembers)
    {
        _json = Write(writeMembers);
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    /// <summary>Writes an object as UTF-8 JSON.</summary>
    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>(InitialCapacity);
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    protected override Task WriteAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        => stream.WriteAsync(_json, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;

        return true;
    }

    // .NET Framework disposes of content once it is sent, and this content may be sent again. It holds nothing that
    // needs disposing.
    [SuppressMessage("Usage", "CA2215", Justification = "What it would call is what must not happen.")]
    protected override void Dispose(bool disposing)
    {
    }
}
