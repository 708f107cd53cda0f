using System.Text.Json;

namespace OpenAIImages.Decoders;

/// <summary>Walks through the JSON of a reply, hands small values over and stops where a picture begins.</summary>
/// <remarks>
/// <see cref="Utf8JsonReader"/> does all of it but the pictures: it cannot yield part of a string. So it is led up to
/// the opening quote, the string is taken by others, and the reader is shown an empty one in its place.
/// A member counts as read only when its value is whole; until then the reader starts again at its name. It is never
/// told that the last block has come, so that a reply cut short asks for input and is reported as what it is.
/// </remarks>
internal sealed class ResultTokenizer(ReplyBuffer buffer, ResultCollector result)
{
    private JsonReaderState _state;
    private Place _place;

    private enum Place
    {
        Start,
        Root,
        Images,
        Image,
        End,
    }

    /// <summary>Gets the name of the member whose picture comes next.</summary>
    public string PictureMember { get; private set; } = "";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads on from where it stopped.</summary>
    /// <exception cref="JsonException">The reply is not JSON.</exception>
    /// <exception cref="ImageDecodeException">The reply is JSON of another kind.</exception>
    public ResultStep Advance()
    {
        SkipByteOrderMark();
        var reader = new Utf8JsonReader(buffer.Unread, isFinalBlock: false, _state);
        var read = 0;
        while (true)
        {
            var step = Step(ref reader);
            if (step is null)
            {
                read = (int)reader.BytesConsumed;
                _state = reader.CurrentState;
                continue;
            }

            // Whatever the reader has seen since the last whole step, it will see again.
            if (step == ResultStep.NeedsInput)
            {
                buffer.Consume(read);
            }

            return step.Value;
        }
    }

    // One step of the walk; null to go on.
    private ResultStep? Step(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return _place == Place.End && buffer.IsComplete ? ResultStep.Ended : ResultStep.NeedsInput;
        }

        switch (_place, reader.TokenType)
        {
            case (Place.Start, JsonTokenType.StartObject):
                _place = Place.Root;
                return null;
            case (Place.Root, JsonTokenType.EndObject):
                _place = Place.End;
                return null;
            case (Place.Root, JsonTokenType.PropertyName):
                return RootMember(ref reader);
            case (Place.Images, JsonTokenType.StartObject):
                result.BeginImage();
                _place = Place.Image;
                return null;
            case (Place.Images, JsonTokenType.Null):
                result.BeginImage();
                return null;
            case (Place.Images, JsonTokenType.EndArray):
                _place = Place.Root;
                return null;
            case (Place.Image, JsonTokenType.EndObject):
                _place = Place.Images;
                return null;
            case (Place.Image, JsonTokenType.PropertyName):
                return ImageMember(ref reader);
            default:
                throw _place == Place.Images
                    ? new ImageDecodeException($"data[{result.Count}] is not an object.", $"data[{result.Count}]")
                    : new ImageDecodeException("The reply is not a JSON object: is the endpoint one of the Images API?");
        }
    }

    private ResultStep? RootMember(ref Utf8JsonReader reader)
    {
        var name = WireName.Of(ref reader);
        if (name != "data")
        {
            if (!TryTakeValue(ref reader, out var value))
            {
                return ResultStep.NeedsInput;
            }

            result.Add(name, value);

            return null;
        }

        if (!reader.Read())
        {
            return ResultStep.NeedsInput;
        }

        result.BeginImages();
        _place = reader.TokenType switch
        {
            JsonTokenType.StartArray => Place.Images,
            JsonTokenType.Null => Place.Root,
            _ => throw new ImageDecodeException("data is not an array.", "data"),
        };

        return null;
    }

    private ResultStep? ImageMember(ref Utf8JsonReader reader)
    {
        var name = WireName.Of(ref reader);
        if (name is "b64_json" or "url")
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
            if (isPicture is null)
            {
                return ResultStep.NeedsInput;
            }

            if (isPicture is true)
            {
                _state = AfterEmptyString(reader.CurrentState);
                buffer.Consume((int)reader.BytesConsumed + quote + 1);
                PictureMember = name;

                return ResultStep.AtPicture;
            }
        }

        if (!TryTakeValue(ref reader, out var value))
        {
            return ResultStep.NeedsInput;
        }

        result.Current.Add(name, value);

        return null;
    }

    private bool TryTakeValue(ref Utf8JsonReader reader, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!reader.Read())
        {
            return false;
        }

        var start = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            return false;
        }

        value = buffer.Unread.Slice(start, (int)reader.BytesConsumed - start);

        return true;
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
        if (_place == Place.Start && buffer.Unread.StartsWith(ByteOrderMark))
        {
            buffer.Consume(ByteOrderMark.Length);
        }
    }
}
