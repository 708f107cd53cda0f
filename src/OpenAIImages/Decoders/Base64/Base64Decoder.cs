using System.Buffers;
using System.Buffers.Text;

namespace OpenAIImages.Decoders;

/// <summary>Decodes one base64 string of a JSON document, from its opening quote to its closing quote.</summary>
/// <remarks>
/// <para><b>Takes</b> the string in pieces of any size, with escapes, white space, a <c>data:</c> prefix, the URL-safe
/// alphabet, or without its padding.</para>
/// <para><b>Gives</b> its bytes to a sink, directly from the receive buffer.</para>
/// <para><b>Cost.</b> The decoder reads plain base64 in the receive buffer, without a search for the closing quote: the
/// platform's decoder stops there itself, and a search would take half as long again. It cleans any other text in place
/// and then decodes it in bulk. The promise of 3.5 to 5 times the official client's speed depends on this; the
/// benchmark <c>ReplyToBytes</c> measures it.</para>
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

    // Decodes the plain beginning of the text. Returns null when the rest must be cleaned.
    private Base64Step? DecodePlain(ReplyBuffer buffer, ImageSink sink)
    {
        // The platform's decoder gets only whole groups, since it is slow on text that ends inside a group.
        var whole = buffer.Unread.Slice(0, buffer.Unread.Length & ~(Group - 1));
        var status = Base64.DecodeFromUtf8(whole, sink.Room, out var consumed, out var written, false);
        sink.Advance(written);

        // With white space in the text, the decoder's count of consumed characters is wrong. Its count of written bytes
        // is right.
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

        // Only a padded group may wait for the closing quote. The decoder has finally refused any longer text.
        if (left.Length > Group || (left.Length == Group && left[Group - 1] != (byte)'='))
        {
            Base64Cleaner.Overwrite(text, cleaned.Length, cleaned.SourceLength);
            throw new FormatException(Base64Cleaner.NotBase64);
        }

        return KeepUndecoded(buffer, left, cleaned.SourceLength, Base64Step.NeedsInput);
    }

    // Moves cleaned text that is not decoded next to the text that is not cleaned, so that both stay one text.
    private static Base64Step KeepUndecoded(ReplyBuffer buffer, Span<byte> left, int sourceLength, Base64Step step)
    {
        left.CopyTo(buffer.Unread.Slice(sourceLength - left.Length));
        buffer.Consume(sourceLength - left.Length);

        return step;
    }
}
