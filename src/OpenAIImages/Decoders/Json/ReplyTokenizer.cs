using System.Text.Json;
using OpenAIImages.ErrorReplies;

namespace OpenAIImages.Decoders;

/// <summary>Walks through the JSON of a reply, hands small values over and stops where a picture begins.</summary>
/// <remarks>
/// <see cref="Utf8JsonReader"/> does all of it but the pictures: it cannot yield part of a string. So it is led up to
/// the opening quote, the string is taken by others, and the reader is shown an empty one in its place.
/// A member counts as read only when its value is whole; until then the reader starts again at its name. It is never
/// told that the last block has come, so that a reply cut short asks for input and is reported as what it is.
/// <b>Fails</b> when all of the document that is not a picture comes to more than <see cref="MaxNonImageBytes"/>.
/// </remarks>
internal abstract class ReplyTokenizer(ReplyBuffer buffer)
{
    /// <summary>How many bytes of a document may be something other than a picture. Ten revised prompts of the longest
    /// kind, every letter of them escaped, are half as many.</summary>
    public const int MaxNonImageBytes = 4 * 1024 * 1024;

    private static readonly JsonReaderState InitialState = new(new JsonReaderOptions { AllowTrailingCommas = true });

    private JsonReaderState _state = InitialState;
    private int _nonImageBytes;
    private bool _hasBegun;

    /// <summary>Gets how errors name the member that was begun last.</summary>
    public string MemberName => NameOf(LastMember);

    /// <summary>Gets or sets the member that was begun last.</summary>
    protected string LastMember { get; set; } = "";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads on from where it stopped.</summary>
    /// <exception cref="JsonException">The reply is not JSON.</exception>
    /// <exception cref="ImageDecodeException">The reply is JSON of another kind.</exception>
    public TokenizerStop Advance()
    {
        SkipByteOrderMark();
        TokenizerStop? step;
        while ((step = TryAdvance()) is null)
        {
            // Something was mended on the way.
        }

        return step.Value;
    }

    /// <summary>Goes on to a further document.</summary>
    protected void Restart() => (_state, _nonImageBytes, _hasBegun, LastMember) = (InitialState, 0, false, "");

    /// <summary>Takes one step of the walk.</summary>
    /// <returns>Why to stop; <see langword="null"/> to go on.</returns>
    protected abstract TokenizerStop? Step(ref Utf8JsonReader reader);

    /// <summary>Returns how errors name a member.</summary>
    protected virtual string NameOf(string member) => member;

    /// <summary>Looks what the value of a member begins with, on its name.</summary>
    /// <returns>The first byte; <see langword="null"/> when it has not come yet.</returns>
    protected byte? PeekValue(ref Utf8JsonReader reader)
    {
        var ahead = buffer.Unread.Slice((int)reader.BytesConsumed);

        return IndexOfValue(ahead) is >= 0 and var at ? ahead[at] : null;
    }

    /// <summary>Looks whether the text that comes next, as a member or in a list, is a picture, though nothing but its
    /// letters says so.</summary>
    /// <returns>Why to stop; <see langword="null"/> when it is small, or no text.</returns>
    protected TokenizerStop? TryStopAtBase64(ref Utf8JsonReader reader)
    {
        var ahead = buffer.Unread.Slice((int)reader.BytesConsumed);
        var at = IndexOfValue(ahead);
        if (at >= 0 && ahead[at] == (byte)',')
        {
            var behind = IndexOfValue(ahead.Slice(at + 1));
            at = behind < 0 ? -1 : at + 1 + behind;
        }

        var isPicture = at < 0 ? null : ahead[at] == (byte)'"' ? Base64Sniffer.IsBase64(ahead.Slice(at + 1)) : false;

        return isPicture is null ? TokenizerStop.NeedsInput
            : isPicture.Value ? StopAt(ref reader, at)
            : null;
    }

    /// <summary>Leaves the value of a member to others, on its name.</summary>
    protected TokenizerStop StopAtList(ref Utf8JsonReader reader)
    {
        var consumed = (int)reader.BytesConsumed;
        var at = IndexOfValue(buffer.Unread.Slice(consumed));
        _state = AfterEmptyString([], reader.CurrentState);
        _hasBegun = true;
        Consume(consumed + at);

        return TokenizerStop.AtImages;
    }

    /// <summary>Looks, on the name of a member that may hold a picture, whether it does.</summary>
    /// <returns>Why to stop; <see langword="null"/> when the member is a small one like others.</returns>
    protected TokenizerStop? TryStopAtImage(ref Utf8JsonReader reader, string name)
    {
        var ahead = buffer.Unread.Slice((int)reader.BytesConsumed);
        var quote = IndexOfValue(ahead);
        if (quote < 0)
        {
            return TokenizerStop.NeedsInput;
        }

        // A link may be the picture itself, and a link may stand where the picture should.
        var isPicture = ahead[quote] == (byte)'"'
            ? name == "b64_json"
                ? !LinkText.Begins(ahead.Slice(quote + 1))
                : DataUrlPrefix.Begins(ahead.Slice(quote + 1))
            : false;

        return isPicture is null ? TokenizerStop.NeedsInput
            : isPicture.Value ? StopAt(ref reader, quote)
            : null;
    }

    /// <summary>Passes over a value whose first token was read.</summary>
    /// <returns>Whether all of it has come.</returns>
    protected static bool TrySkip(ref Utf8JsonReader reader)
    {
        // Not the reader's own, which keeps a copy of the whole reader to go back to: here it starts again in any case.
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

    // Null when the text of the reply was mended and is to be read again from the last whole step on.
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

        // Whatever the reader has seen since the last whole step, it will see again.
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

    // Reads to a place between two tokens once more. To take the state after each step, which few replies want at all,
    // would cost as much as the step.
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

    // One after another, small values could fill the memory as well as a large one.
    private void EnsureWithinLimit(int count)
    {
        if (_nonImageBytes + count > MaxNonImageBytes)
        {
            // A name of the server's own may be anything, a prompt among others.
            var member = KnownMemberNames.IsKnown(LastMember) ? MemberName : null;
            throw new ImageDecodeException(
                $"The reply holds more than {MaxNonImageBytes} bytes that are no image, " +
                $"up to {member ?? "a member that is not known"}.",
                member);
        }
    }

    // Where the value behind a name and its colon begins; -1 when that has not come yet.
    private static int IndexOfValue(ReadOnlySpan<byte> ahead)
    {
        for (var i = 0; i < ahead.Length; i++)
        {
            if (ahead[i] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return i;
            }
        }

        return -1;
    }

    private static JsonReaderState AfterEmptyString(ReadOnlySpan<byte> before, JsonReaderState state)
    {
        // In a list a comma comes first.
        var isFurther = before.IndexOf((byte)',') >= 0;
        var reader = new Utf8JsonReader(isFurther ? ",\"\""u8 : "\"\""u8, isFinalBlock: false, state);
        reader.Read();

        return reader.CurrentState;
    }

    private void SkipByteOrderMark()
    {
        if (!_hasBegun && buffer.Unread.StartsWith(ByteOrderMark))
        {
            buffer.Consume(ByteOrderMark.Length);
        }
    }
}
