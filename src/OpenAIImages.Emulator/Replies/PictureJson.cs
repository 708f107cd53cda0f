using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenAIImages.Emulator.Replies;

/// <summary>JSON with pictures in it, which become base64 only on their way out.</summary>
/// <remarks>
/// <para><b>Memory.</b> The text, a few hundred bytes, and a piece of base64 of 64 KiB; never a whole picture's
/// base64, which for four of 16 MiB would be 85 MiB a reply. <c>Utf8JsonWriter.WriteBase64String</c> needs it whole.
/// </para>
/// <para>The length is known before the first byte is sent.</para>
/// </remarks>
internal sealed class PictureJson : IDisposable
{
    // Divisible by three, so that only a picture's last piece is padded.
    private const int PieceBytes = 48 * 1_024;

    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly List<(int Position, ReadOnlyMemory<byte> Bytes)> _pictures = [];

    // Relaxed, as the service is: prompts in any script stay readable, and the reply is never part of a web page.
    public PictureJson() => Writer = new Utf8JsonWriter(
        _text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Gets a value indicating whether each picture gets a sign that base64 does not have.</summary>
    public bool BreaksPictures { get; init; }

    /// <summary>Gets the writer of everything but pictures.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>Writes a picture as a member.</summary>
    public void WritePicture(string name, ReadOnlyMemory<byte> bytes)
    {
        // An empty string holds its place; the picture goes before the closing quote.
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

    /// <summary>Sends the document, as fast as the receiver takes it.</summary>
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
