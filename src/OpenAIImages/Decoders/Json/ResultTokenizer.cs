using System.Text.Json;

namespace OpenAIImages.Decoders;

/// <summary>Reads the JSON of a whole reply: its members, among them <c>data</c>, the list of images.</summary>
/// <remarks>
/// Other servers give the list another name, wrap it in an object, or write strings in place of objects. The first
/// complete document is the reply. The tokenizer does not read the text after it.
/// </remarks>
internal sealed class ResultTokenizer(ReplyBuffer buffer, ResultCollector result) : ReplyTokenizer(buffer)
{
    private State _state;
    private State _stateAfterImage;
    private State _stateAfterImages;
    private int _openWrappers;

    private enum State
    {
        Start,
        Root,
        Images,
        Image,
        End,
    }

    /// <summary>Begins another document.</summary>
    public void BeginDocument()
    {
        Restart();
        (_state, _openWrappers) = (State.Start, 0);
    }

    protected override TokenizerStop? Step(ref Utf8JsonReader reader)
    {
        if (_state == State.End)
        {
            return TokenizerStop.Ended;
        }

        if (_state == State.Images && TryStopAtBase64(ref reader) is { } stop)
        {
            return stop == TokenizerStop.AtBase64 ? BeginBase64() : stop;
        }

        if (!reader.Read())
        {
            return TokenizerStop.NeedsInput;
        }

        switch (_state, reader.TokenType)
        {
            case (State.Start, JsonTokenType.StartObject):
                _state = State.Root;
                return null;
            case (State.Start, JsonTokenType.StartArray):
                BeginImages("", State.End);
                return null;
            case (State.Root, JsonTokenType.EndObject):
                _state = _openWrappers-- > 0 ? State.Root : State.End;
                return null;
            case (State.Root, JsonTokenType.PropertyName):
                return RootMember(ref reader);
            case (State.Images, JsonTokenType.EndArray):
                _state = _stateAfterImages;
                return null;
            case (State.Images, _):
                return Item(ref reader);
            case (State.Image, JsonTokenType.EndObject):
                result.EndImage();
                _state = _stateAfterImage;
                return null;
            case (State.Image, JsonTokenType.PropertyName):
                return ImageMember(ref reader);
            default:
                throw new ImageDecodeException(
                    "The reply is not a JSON object: is the endpoint one of the Images API?");
        }
    }

    protected override string NameOf(string member)
        => _state is State.Image or State.Images ? result.Current.NameOf(member) : member;

    private static bool IsList(string name)
        => name is "data" or "images" or "image_urls" or "urls" or "url" or "results" or "image";

    private TokenizerStop? RootMember(ref Utf8JsonReader reader)
    {
        var name = LastMember = JsonMember.ReadName(ref reader);
        if (PeekValue(ref reader) is not { } first)
        {
            return TokenizerStop.NeedsInput;
        }

        switch (first)
        {
            case (byte)'[' when IsList(name):
                reader.Read();
                BeginImages(name, State.Root);
                return null;
            case (byte)'{' when name is "data" or "result" or "output":
                reader.Read();
                _openWrappers++;
                return null;
            case (byte)'{' when name == "image":
                reader.Read();
                BeginImage(name);
                return null;
            case (byte)'"' when name is "b64_json" or "image" or "url":
                return RootString(ref reader, name);
            default:
                return TakeMember(ref reader, name);
        }
    }

    private TokenizerStop? TakeMember(ref Utf8JsonReader reader, string name)
    {
        if (!TryTakeValue(ref reader, out var value))
        {
            return TokenizerStop.NeedsInput;
        }

        if (name == "data" && JsonMember.IsNull(value))
        {
            result.BeginImages();
        }
        else
        {
            result.Add(name, value);
        }

        return null;
    }

    // Reads an image without a list. A link at the top may lead to anything, such as an explanation, so it counts only
    // inside a wrapper.
    private TokenizerStop? RootString(ref Utf8JsonReader reader, string name)
    {
        var stop = name == "image" ? TryStopAtBase64(ref reader) : TryStopAtImage(ref reader, name);
        if (stop == TokenizerStop.NeedsInput)
        {
            return stop;
        }

        if (stop is null && (_openWrappers == 0 || name == "b64_json"))
        {
            return TakeMember(ref reader, name);
        }

        return stop is null ? RootLink(ref reader, name) : BeginBase64(name);
    }

    private TokenizerStop? RootLink(ref Utf8JsonReader reader, string name)
    {
        if (!TryTakeValue(ref reader, out var link))
        {
            return TokenizerStop.NeedsInput;
        }

        result.BeginImages(name);
        result.BeginImage();
        result.Current.Add("url", link);
        result.EndImage();

        return null;
    }

    private TokenizerStop BeginBase64(string name)
    {
        result.BeginImages(name);
        result.BeginImage();

        return TokenizerStop.AtBase64;
    }

    // An item is usually an object. Any other item becomes a broken image, so that the indexes of the others are right.
    private TokenizerStop? Item(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            result.BeginImage();
            (_state, _stateAfterImage) = (State.Image, State.Images);

            return null;
        }

        var isText = reader.TokenType == JsonTokenType.String;
        var isNull = reader.TokenType == JsonTokenType.Null;
        ReadOnlySpan<byte> text = isText ? [(byte)'"', .. reader.ValueSpan, (byte)'"'] : default;
        if (!TrySkip(ref reader))
        {
            return TokenizerStop.NeedsInput;
        }

        result.BeginImage();
        if (isText)
        {
            result.Current.Add("url", text);
        }
        else if (!isNull)
        {
            var name = $"data[{result.Count - 1}]";
            result.Current.Break(new ImageDecodeException($"{name} is not an object.", name));
        }

        result.EndImage();

        return null;
    }

    private TokenizerStop? ImageMember(ref Utf8JsonReader reader)
    {
        var name = LastMember = JsonMember.ReadName(ref reader);
        var stop = name switch
        {
            "b64_json" or "url" => TryStopAtImage(ref reader, name),
            "image" or "b64" or "base64" => TryStopAtBase64(ref reader),
            _ => null,
        };
        if (stop is not null)
        {
            return stop;
        }

        if (!TryTakeValue(ref reader, out var value))
        {
            return TokenizerStop.NeedsInput;
        }

        if (name == "url" && value[0] == (byte)'[')
        {
            result.AddLinks(value);
        }
        else
        {
            result.Current.Add(name == "image_url" && value[0] == (byte)'"' ? "url" : name, value);
        }

        return null;
    }

    private TokenizerStop BeginBase64()
    {
        result.BeginImage();
        LastMember = "b64_json";

        return TokenizerStop.AtBase64;
    }

    private void BeginImages(string name, State after)
    {
        if (name.Length > 0)
        {
            result.BeginImages(name);
        }

        (_state, _stateAfterImages) = (State.Images, after);
    }

    private void BeginImage(string name)
    {
        result.BeginImages(name);
        result.BeginImage();
        (_state, _stateAfterImage) = (State.Image, State.Root);
    }
}
