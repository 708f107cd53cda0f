using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenAIImages.Emulator.Replies;

/// <summary>JSON with pictures, which are encoded as base64 only while they are sent.</summary>
/// <remarks>
/// <para><b>Memory.</b> The text, a few hundred bytes, and a piece of base64 of 64 KiB. The base64 of whole pictures
/// would take 85 MiB for a reply with four pictures of 16 MiB; <c>Utf8JsonWriter.WriteBase64String</c> needs it whole.
/// </para>
/// <para>The length is known before the first byte is sent.</para>
/// </remarks>
internal sealed class PictureJson : IDisposable
{
    // The length is divisible by three, so that only a picture's last piece is padded.
    private const int PieceBytes = 48 * 1_024;

    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly List<(int Position, ReadOnlyMemory<byte> Bytes)> _pictures = [];

    // The encoder is relaxed, like the service's: prompts in any script stay readable, and the reply is never part of a
    // web page.
    public PictureJson() => Writer = new Utf8JsonWriter(
        _text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Gets a value indicating whether each picture gets a character that base64 does not allow.</summary>
    public bool BreaksPictures { get; init; }

    /// <summary>Gets the writer for everything except pictures.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>Writes a picture as a member.</summary>
    public void WritePicture(string name, ReadOnlyMemory<byte> bytes)
    {
        // An empty string marks the place of the picture, which is inserted before the closing quote.
        Writer.WriteString(name, "");
        Writer.Flush();
        _pictures.Add((_text.WrittenCount - 1, bytes));
    }

    /// <summary>Ends the document.</summary>
    /// <returns>Its length, in bytes.</returns>
    public long Complete()
    {
        Writer.Flush();

        return _text.WrittenCount
            + _pictures.Sum(picture => (long)Base64.GetMaxEncodedToUtf8Length(picture.Bytes.Length));
    }

    /// <summary>Sends the document, as fast as the receiver reads it.</summary>
    public async Task CopyToAsync(PipeWriter output, CancellationToken cancellationToken)
    {
        var sent = 0;
        foreach (var (position, bytes) in _pictures)
        {
            output.Write(_text.WrittenSpan[sent..position]);
            await CopyBase64Async(bytes, output, cancellationToken).ConfigureAwait(false);
            sent = position;
        }

        output.Write(_text.WrittenSpan[sent..]);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => Writer.Dispose();

    private async Task CopyBase64Async(
        ReadOnlyMemory<byte> bytes, PipeWriter output, CancellationToken cancellationToken)
    {
        for (var start = 0; start < bytes.Length; start += PieceBytes)
        {
            var piece = bytes.Slice(start, Math.Min(PieceBytes, bytes.Length - start));
            Encode(piece.Span, output, isBroken: BreaksPictures && start == 0);
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static void Encode(ReadOnlySpan<byte> piece, PipeWriter output, bool isBroken)
    {
        var target = output.GetSpan(Base64.GetMaxEncodedToUtf8Length(piece.Length));
        Base64.EncodeToUtf8(piece, target, out _, out var written);
        if (isBroken)
        {
            target[written / 2] = (byte)'*';
        }

        output.Advance(written);
    }
}
