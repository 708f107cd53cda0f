using System.Text.Json;
using OpenAIImages.Bytes;
using OpenAIImages.ErrorReplies;

namespace OpenAIImages.Decoders;

/// <summary>Reads the JSON of a reply, hands over small values and stops where an image begins.</summary>
/// <remarks>
/// <see cref="Utf8JsonReader"/> reads everything except the images, since it cannot return part of a string. It reads
/// up to the opening quote of an image. Then <see cref="ImageBytesReader"/> reads the string, and the JSON reader gets
/// an empty string instead. A member counts as read only when its value is whole. Until then the JSON reader starts
/// again at the member's name. The tokenizer never declares a block to be the last one, so a reply that is cut short
/// needs more input and counts as cut short. The tokenizer <b>fails</b> when the document without its images is longer
/// than <see cref="MaxNonImageBytes"/>.
/// </remarks>
internal abstract class ReplyTokenizer(ReplyBuffer buffer)
{
    /// <summary>The largest number of bytes of a document outside images. Ten revised prompts of the greatest length,
    /// with every letter escaped, take half of it.</summary>
    public const int MaxNonImageBytes = 4 * 1024 * 1024;

    private static readonly JsonReaderState InitialState = new(new JsonReaderOptions { AllowTrailingCommas = true });

    private JsonReaderState _state = InitialState;
    private int _nonImageBytes;
    private bool _hasBegun;

    /// <summary>Gets the name of the member that was begun last, for errors.</summary>
    public string MemberName => NameOf(LastMember);

    /// <summary>Gets or sets the name of the member that was begun last.</summary>
    protected string LastMember { get; set; } = "";

    /// <summary>Continues to read from the last stop.</summary>
    /// <exception cref="JsonException">The reply is not JSON.</exception>
    /// <exception cref="ImageDecodeException">The reply is JSON of another kind.</exception>
    public TokenizerStop Advance()
    {
        SkipByteOrderMark();
        TokenizerStop? step;
        while ((step = TryAdvance()) is null)
        {
            // TryAdvance has mended faulty JSON of another server; read it again.
        }

        return step.Value;
    }

    /// <summary>Begins another document.</summary>
    protected void Restart() => (_state, _nonImageBytes, _hasBegun, LastMember) = (InitialState, 0, false, "");

    /// <summary>Reads one token, or stops.</summary>
    /// <returns>The reason to stop; <see langword="null"/> to continue.</returns>
    protected abstract TokenizerStop? Step(ref Utf8JsonReader reader);

    /// <summary>Returns the name of a member for errors.</summary>
    protected virtual string NameOf(string member) => member;

    /// <summary>Returns the first byte of the value whose name was read.</summary>
    /// <returns>The byte; <see langword="null"/> when it has not come yet.</returns>
    protected byte? PeekValue(ref Utf8JsonReader reader)
    {
        var ahead = buffer.Unread.Slice((int)reader.BytesConsumed);

        return Utf8Text.IndexOfNonWhiteSpace(ahead) is >= 0 and var at ? ahead[at] : null;
    }

    /// <summary>Stops when the characters of the next string, in a member or a list, are base64.</summary>
    /// <returns>The reason to stop; <see langword="null"/> when the value is not a string, or is not base64.</returns>
    protected TokenizerStop? TryStopAtBase64(ref Utf8JsonReader reader)
    {
        var ahead = buffer.Unread.Slice((int)reader.BytesConsumed);
        var at = Utf8Text.IndexOfNonWhiteSpace(ahead);
        if (at >= 0 && ahead[at] == (byte)',')
        {
            var behind = Utf8Text.IndexOfNonWhiteSpace(ahead.Slice(at + 1));
            at = behind < 0 ? -1 : at + 1 + behind;
        }

        var isImage = at < 0 ? null : ahead[at] == (byte)'"' ? Base64Sniffer.IsBase64(ahead.Slice(at + 1)) : false;

        return isImage is null ? TokenizerStop.NeedsInput
            : isImage.Value ? StopAt(ref reader, at)
            : null;
    }

    /// <summary>Stops at the list whose name was read.</summary>
    protected TokenizerStop StopAtList(ref Utf8JsonReader reader)
    {
        var consumed = (int)reader.BytesConsumed;
        var at = Utf8Text.IndexOfNonWhiteSpace(buffer.Unread.Slice(consumed));
        _state = AfterEmptyString([], reader.CurrentState);
        _hasBegun = true;
        Consume(consumed + at);

        return TokenizerStop.AtImages;
    }

    /// <summary>Stops when the value of the member that was begun is an image and not a link.</summary>
    /// <returns>The reason to stop; <see langword="null"/> to read the value like any other value.</returns>
    protected TokenizerStop? TryStopAtImage(ref Utf8JsonReader reader, string name)
    {
        var ahead = buffer.Unread.Slice((int)reader.BytesConsumed);
        var quote = Utf8Text.IndexOfNonWhiteSpace(ahead);
        if (quote < 0)
        {
            return TokenizerStop.NeedsInput;
        }

        // A data: link is an image, and some servers send a web link in place of base64.
        var isImage = ahead[quote] == (byte)'"'
            ? name == "b64_json"
                ? !LinkText.Begins(ahead.Slice(quote + 1))
                : DataUrlPrefix.Begins(ahead.Slice(quote + 1))
            : false;

        return isImage is null ? TokenizerStop.NeedsInput
            : isImage.Value ? StopAt(ref reader, quote)
            : null;
    }

    /// <summary>Skips the rest of a value whose first token was read.</summary>
    /// <returns>Whether all of it has come.</returns>
    protected static bool TrySkip(ref Utf8JsonReader reader)
    {
        // The reader's own TrySkip copies the whole reader, so that it can go back. That is not necessary here, where
        // the reader starts again anyway.
        var depth = reader.CurrentDepth;
        var isNested = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        while (isNested)
        {
            if (!reader.Read())
            {
                return false;
            }

            isNested = reader.CurrentDepth > depth;
        }

        return true;
    }

    protected bool TryTakeValue(ref Utf8JsonReader reader, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!reader.Read())
        {
            return false;
        }

        var start = (int)reader.TokenStartIndex;
        if (!TrySkip(ref reader))
        {
            return false;
        }

        value = buffer.Unread.Slice(start, (int)reader.BytesConsumed - start);

        return true;
    }

    // Returns null when it has mended faulty JSON, which must be read again from the last whole member.
    private TokenizerStop? TryAdvance()
    {
        var reader = new Utf8JsonReader(buffer.Unread, isFinalBlock: false, _state);
        var read = 0;
        TokenizerStop? step = null;
        try
        {
            while ((step = Step(ref reader)) is null)
            {
                read = (int)reader.BytesConsumed;
            }
        }
        catch (JsonException) when (LenientJson.TryMend(buffer.Unread.Slice(read)) is { } isMended)
        {
            step = isMended ? null : TokenizerStop.NeedsInput;
        }

        // The next reader reads everything after the last whole member again.
        if (step is null or TokenizerStop.NeedsInput)
        {
            _state = step is not null && reader.BytesConsumed == read ? reader.CurrentState : StateAt(read);
            _hasBegun |= read > 0;
            Consume(read);
            EnsureWithinLimit(buffer.Unread.Length);
        }
        else if (step == TokenizerStop.Ended)
        {
            buffer.Consume(read);
        }

        return step;
    }

    private TokenizerStop StopAt(ref Utf8JsonReader reader, int quote)
    {
        var consumed = (int)reader.BytesConsumed;
        _state = AfterEmptyString(buffer.Unread.Slice(consumed, quote), reader.CurrentState);
        _hasBegun = true;
        Consume(consumed + quote + 1);

        return TokenizerStop.AtBase64;
    }

    // Reads again up to an offset between two tokens. A copy of the state after each step would cost as much as the
    // step, and few replies need it.
    private JsonReaderState StateAt(int offset)
    {
        var reader = new Utf8JsonReader(buffer.Unread, isFinalBlock: false, _state);
        while (reader.BytesConsumed < offset)
        {
            reader.Read();
        }

        return reader.CurrentState;
    }

    private void Consume(int count)
    {
        EnsureWithinLimit(count);
        _nonImageBytes += count;
        buffer.Consume(count);
    }

    // Many small values could fill the memory as well as a large one.
    private void EnsureWithinLimit(int count)
    {
        if (_nonImageBytes + count > MaxNonImageBytes)
        {
            // A member name of a server may be anything, even a prompt.
            var member = KnownStrings.IsMemberName(LastMember) ? MemberName : null;
            throw new ImageDecodeException(
                $"The reply holds more than {MaxNonImageBytes} bytes that are no image, " +
                $"up to {member ?? "a member that is not known"}.",
                member);
        }
    }

    private static JsonReaderState AfterEmptyString(ReadOnlySpan<byte> before, JsonReaderState state)
    {
        // In a list, a comma may come first.
        var isFurther = before.IndexOf((byte)',') >= 0;
        var reader = new Utf8JsonReader(isFurther ? ",\"\""u8 : "\"\""u8, isFinalBlock: false, state);
        reader.Read();

        return reader.CurrentState;
    }

    private void SkipByteOrderMark()
    {
        if (!_hasBegun && buffer.Unread.StartsWith(Utf8Text.ByteOrderMark))
        {
            buffer.Consume(Utf8Text.ByteOrderMark.Length);
        }
    }
}
