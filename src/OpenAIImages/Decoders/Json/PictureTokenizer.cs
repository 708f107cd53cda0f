using System.Text.Json;

namespace OpenAIImages.Decoders;

/// <summary>Walks through the JSON of a reply, hands small values over and stops where a picture begins.</summary>
/// <remarks>
/// <see cref="Utf8JsonReader"/> does all of it but the pictures: it cannot yield part of a string. So it is led up to
/// the opening quote, the string is taken by others, and the reader is shown an empty one in its place.
/// A member counts as read only when its value is whole; until then the reader starts again at its name. It is never
/// told that the last block has come, so that a reply cut short asks for input and is reported as what it is.
/// <b>Fails</b> when all of the document that is not a picture comes to more than <see cref="LargestRest"/>.
/// </remarks>
internal abstract class PictureTokenizer(ReplyBuffer buffer)
{
    /// <summary>How many bytes of a document may be something other than a picture. Ten revised prompts of the longest
    /// kind, every letter of them escaped, are half as many.</summary>
    public const int LargestRest = 4 * 1024 * 1024;

    private JsonReaderState _state;
    private int _rest;
    private bool _hasBegun;

    /// <summary>Gets how errors name the member that was begun last.</summary>
    public string MemberName => NameOf(LastMember);

    /// <summary>Gets or sets the member that was begun last.</summary>
    protected string LastMember { get; set; } = "";

    /// <summary>Gets whether all of the document that there is has come.</summary>
    protected bool IsInputComplete => buffer.IsComplete;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads on from where it stopped.</summary>
    /// <exception cref="JsonException">The reply is not JSON.</exception>
    /// <exception cref="ImageDecodeException">The reply is JSON of another kind.</exception>
    public ResultStep Advance()
    {
        SkipByteOrderMark();
        var reader = new Utf8JsonReader(buffer.Unread, isFinalBlock: false, _state);
        var read = 0;
        ResultStep? step;
        while ((step = Step(ref reader)) is null)
        {
            read = (int)reader.BytesConsumed;
        }

        // Whatever the reader has seen since the last whole step, it will see again.
        if (step == ResultStep.NeedsInput)
        {
            _state = reader.BytesConsumed == read ? reader.CurrentState : StateAt(read);
            _hasBegun |= read > 0;
            Pass(read);
            EnsureSmall(buffer.Unread.Length);
        }

        return step.Value;
    }

    /// <summary>Goes on to a further document.</summary>
    protected void Restart() => (_state, _rest, _hasBegun, LastMember) = (default, 0, false, "");

    /// <summary>Takes one step of the walk.</summary>
    /// <returns>Why to stop; <see langword="null"/> to go on.</returns>
    protected abstract ResultStep? Step(ref Utf8JsonReader reader);

    /// <summary>Returns how errors name a member.</summary>
    protected virtual string NameOf(string member) => member;

    /// <summary>Looks, on the name of a member that may hold a picture, whether it does.</summary>
    /// <returns>Why to stop; <see langword="null"/> when the member is a small one like others.</returns>
    protected ResultStep? TryStopAtPicture(ref Utf8JsonReader reader, string name)
    {
        var ahead = buffer.Unread.Slice((int)reader.BytesConsumed);
        var quote = IndexOfValue(ahead);
        if (quote < 0)
        {
            return ResultStep.NeedsInput;
        }

        // A link may be the picture itself.
        var isPicture = ahead[quote] == (byte)'"'
            ? name == "b64_json" ? true : DataUrlPrefix.Begins(ahead.Slice(quote + 1))
            : false;
        if (isPicture is not true)
        {
            return isPicture is null ? ResultStep.NeedsInput : null;
        }

        _state = AfterEmptyString(reader.CurrentState);
        _hasBegun = true;
        Pass((int)reader.BytesConsumed + quote + 1);

        return ResultStep.AtPicture;
    }

    protected bool TryTakeValue(ref Utf8JsonReader reader, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!reader.Read())
        {
            return false;
        }

        // Not TrySkip, which keeps a copy of the whole reader to go back to: here it starts again in any case.
        var start = (int)reader.TokenStartIndex;
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

        value = buffer.Unread.Slice(start, (int)reader.BytesConsumed - start);

        return true;
    }

    // Reads to a place between two tokens once more. To take the state after each step, which few replies want at all,
    // would cost as much as the step.
    private JsonReaderState StateAt(int place)
    {
        var reader = new Utf8JsonReader(buffer.Unread, isFinalBlock: false, _state);
        while (reader.BytesConsumed < place)
        {
            reader.Read();
        }

        return reader.CurrentState;
    }

    private void Pass(int count)
    {
        EnsureSmall(count);
        _rest += count;
        buffer.Consume(count);
    }

    // One after another, small values could fill the memory as well as a large one.
    private void EnsureSmall(int more)
    {
        if (_rest + more > LargestRest)
        {
            // A name of the server's own may be anything, a prompt among others.
            var member = WireName.IsKnown(LastMember) ? MemberName : null;
            throw new ImageDecodeException(
                $"The reply holds more than {LargestRest} bytes that are no image, " +
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

    private static JsonReaderState AfterEmptyString(JsonReaderState atName)
    {
        var reader = new Utf8JsonReader("\"\""u8, isFinalBlock: false, atName);
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
