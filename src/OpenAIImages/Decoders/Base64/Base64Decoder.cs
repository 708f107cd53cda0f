using System.Buffers;
using System.Buffers.Text;

namespace OpenAIImages.Decoders;

/// <summary>Decodes one base64 string of a JSON document, from behind its opening quote to its closing one.</summary>
/// <remarks>
/// <para><b>Takes</b> the string in pieces of any size, with escapes, white space, a <c>data:</c> prefix, the URL-safe
/// alphabet, or without its padding.</para>
/// <para><b>Gives</b> its bytes to a sink, straight from the buffer that they were received in.</para>
/// <para><b>Cost.</b> Plain base64 is decoded where it lies and nobody looks for the quote first: the platform's
/// decoder stops there by itself, and searching first costs half as much again. Anything else is cleaned in place
/// and then decoded in bulk.</para>
/// <para><b>Fails</b> with <see cref="FormatException"/>, whose message continues the member's name.</para>
/// </remarks>
internal struct Base64Decoder
{
    private const int Group = 4;

    private bool _isPastPrefix;
    private bool _needsCleaning;

    public Base64Step Decode(ReplyBuffer buffer, ImageSink sink)
    {
        if (!_isPastPrefix)
        {
            if (!DataUrlPrefix.TrySkip(buffer.Unread, out var length))
            {
                return Base64Step.NeedsInput;
            }

            buffer.Consume(length);
            _isPastPrefix = true;
        }

        return (_needsCleaning ? null : DecodePlain(buffer, sink)) ?? DecodeCleaned(buffer, sink);
    }

    // Decodes as far as the text is plain. Null when it is not all plain, and what is left must be cleaned.
    private Base64Step? DecodePlain(ReplyBuffer buffer, ImageSink sink)
    {
        // Whole groups alone: the decoder takes its slow way to the end of any other text.
        var whole = buffer.Unread.Slice(0, buffer.Unread.Length & ~(Group - 1));
        var status = Base64.DecodeFromUtf8(whole, sink.Room, out var consumed, out var written, false);
        sink.Advance(written);

        // White space makes the decoder's count of consumed characters unreliable; its count of bytes is not.
        var plain = written / 3 * Group;
        if (consumed != plain)
        {
            _needsCleaning = true;
            consumed = Base64Cleaner.OffsetAfter(buffer.Unread, plain);
        }

        buffer.Consume(consumed);

        return status == OperationStatus.DestinationTooSmall ? Base64Step.NeedsRoom
            : status == OperationStatus.Done && Base64Cleaner.IsPlain(buffer.Unread) ? Base64Step.NeedsInput
            : null;
    }

    private Base64Step DecodeCleaned(ReplyBuffer buffer, ImageSink sink)
    {
        var text = buffer.Unread;
        var cleaned = Base64Cleaner.Clean(text);
        _needsCleaning |= cleaned.Length != cleaned.SourceLength;

        var status = Base64.DecodeFromUtf8(text.Slice(0, cleaned.Length), sink.Room, out _, out var written, false);
        sink.Advance(written);
        var consumed = written / 3 * Group;
        var left = text.Slice(consumed, cleaned.Length - consumed);

        if (status == OperationStatus.DestinationTooSmall)
        {
            return KeepUndecoded(buffer, left, cleaned.SourceLength, Base64Step.NeedsRoom);
        }

        if (cleaned.HasEnded)
        {
            if (!left.IsEmpty && sink.Room.Length < ImageSink.MinRoom)
            {
                return KeepUndecoded(buffer, left, cleaned.SourceLength, Base64Step.NeedsRoom);
            }

            Base64Cleaner.Overwrite(text, cleaned.Length, cleaned.SourceLength);
            sink.Advance(Base64Cleaner.DecodeLast(left, sink.Room));
            buffer.Consume(cleaned.SourceLength + 1);

            return Base64Step.Ended;
        }

        // Only a group that padding completes may wait for its end; anything longer cannot become right any more.
        if (left.Length > Group || (left.Length == Group && left[Group - 1] != (byte)'='))
        {
            Base64Cleaner.Overwrite(text, cleaned.Length, cleaned.SourceLength);
            throw new FormatException(Base64Cleaner.NotBase64);
        }

        return KeepUndecoded(buffer, left, cleaned.SourceLength, Base64Step.NeedsInput);
    }

    // Puts what is cleaned but not decoded right before what is not cleaned, so that the buffer stays one text.
    private static Base64Step KeepUndecoded(ReplyBuffer buffer, Span<byte> left, int sourceLength, Base64Step step)
    {
        left.CopyTo(buffer.Unread.Slice(sourceLength - left.Length));
        buffer.Consume(sourceLength - left.Length);

        return step;
    }
}
