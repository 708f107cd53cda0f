using System.Text.Json;

namespace OpenAIImages.Decoders;

/// <summary>Walks through the JSON of a whole reply: members, among them <c>data</c>, the list of images.</summary>
/// <remarks>
/// Other servers have other names for the list, wrap it in an object, or write texts in place of objects: see the names
/// below. The first complete document is the reply; whatever stands behind it is not read.
/// </remarks>
internal sealed class ResultTokenizer(ReplyBuffer buffer, ResultCollector result) : PictureTokenizer(buffer)
{
    private Place _place;
    private Place _afterImage;
    private Place _afterImages;
    private int _wrappers;

    private enum Place
    {
        Start,
        Root,
        Images,
        Image,
        End,
    }

    /// <summary>Goes on to a further document.</summary>
    public void BeginDocument()
    {
        Restart();
        (_place, _wrappers) = (Place.Start, 0);
    }

    protected override ResultStep? Step(ref Utf8JsonReader reader)
    {
        if (_place == Place.End)
        {
            return ResultStep.Ended;
        }

        if (_place == Place.Images && TryStopAtText(ref reader) is { } stop)
        {
            return stop == ResultStep.AtPicture ? BeginText() : stop;
        }

        if (!reader.Read())
        {
            return ResultStep.NeedsInput;
        }

        switch (_place, reader.TokenType)
        {
            case (Place.Start, JsonTokenType.StartObject):
                _place = Place.Root;
                return null;
            case (Place.Start, JsonTokenType.StartArray):
                BeginImages("", Place.End);
                return null;
            case (Place.Root, JsonTokenType.EndObject):
                _place = _wrappers-- > 0 ? Place.Root : Place.End;
                return null;
            case (Place.Root, JsonTokenType.PropertyName):
                return RootMember(ref reader);
            case (Place.Images, JsonTokenType.EndArray):
                _place = _afterImages;
                return null;
            case (Place.Images, _):
                return Item(ref reader);
            case (Place.Image, JsonTokenType.EndObject):
                result.EndImage();
                _place = _afterImage;
                return null;
            case (Place.Image, JsonTokenType.PropertyName):
                return ImageMember(ref reader);
            default:
                throw new ImageDecodeException(
                    "The reply is not a JSON object: is the endpoint one of the Images API?");
        }
    }

    protected override string NameOf(string member)
        => _place is Place.Image or Place.Images ? result.Current.NameOf(member) : member;

    private static bool IsList(string name)
        => name is "data" or "images" or "image_urls" or "urls" or "url" or "results" or "image";

    private ResultStep? RootMember(ref Utf8JsonReader reader)
    {
        var name = LastMember = WireName.Of(ref reader);
        if (PeekValue(ref reader) is not { } first)
        {
            return ResultStep.NeedsInput;
        }

        switch (first)
        {
            case (byte)'[' when IsList(name):
                reader.Read();
                BeginImages(name, Place.Root);
                return null;
            case (byte)'{' when name is "data" or "result" or "output":
                reader.Read();
                _wrappers++;
                return null;
            case (byte)'{' when name == "image":
                reader.Read();
                BeginImage(name);
                return null;
            case (byte)'"' when name is "b64_json" or "image" or "url":
                return RootText(ref reader, name);
            default:
                return SmallMember(ref reader, name);
        }
    }

    private ResultStep? SmallMember(ref Utf8JsonReader reader, string name)
    {
        if (!TryTakeValue(ref reader, out var value))
        {
            return ResultStep.NeedsInput;
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

    // A picture without a list. A link at the top may lead to anything, such as an explanation.
    private ResultStep? RootText(ref Utf8JsonReader reader, string name)
    {
        var stop = name == "image" ? TryStopAtText(ref reader) : TryStopAtPicture(ref reader, name);
        if (stop == ResultStep.NeedsInput)
        {
            return stop;
        }

        if (stop is null && (_wrappers == 0 || name == "b64_json"))
        {
            return SmallMember(ref reader, name);
        }

        return stop is null ? RootLink(ref reader, name) : BeginText(name);
    }

    private ResultStep? RootLink(ref Utf8JsonReader reader, string name)
    {
        if (!TryTakeValue(ref reader, out var link))
        {
            return ResultStep.NeedsInput;
        }

        result.BeginImages(name);
        result.BeginImage();
        result.Current.Add("url", link);
        result.EndImage();

        return null;
    }

    private ResultStep BeginText(string name)
    {
        result.BeginImages(name);
        result.BeginImage();

        return ResultStep.AtPicture;
    }

    // An object, mostly. What is none keeps its place all the same, beside the good ones.
    private ResultStep? Item(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            result.BeginImage();
            (_place, _afterImage) = (Place.Image, Place.Images);

            return null;
        }

        var isText = reader.TokenType == JsonTokenType.String;
        var isNull = reader.TokenType == JsonTokenType.Null;
        ReadOnlySpan<byte> text = isText ? [(byte)'"', .. reader.ValueSpan, (byte)'"'] : default;
        if (!TrySkip(ref reader))
        {
            return ResultStep.NeedsInput;
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

    private ResultStep? ImageMember(ref Utf8JsonReader reader)
    {
        var name = LastMember = WireName.Of(ref reader);
        var stop = name switch
        {
            "b64_json" or "url" => TryStopAtPicture(ref reader, name),
            "image" or "b64" or "base64" => TryStopAtText(ref reader),
            _ => null,
        };
        if (stop is not null)
        {
            return stop;
        }

        if (!TryTakeValue(ref reader, out var value))
        {
            return ResultStep.NeedsInput;
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

    private ResultStep BeginText()
    {
        result.BeginImage();
        LastMember = "b64_json";

        return ResultStep.AtPicture;
    }

    private void BeginImages(string name, Place after)
    {
        if (name.Length > 0)
        {
            result.BeginImages(name);
        }

        (_place, _afterImages) = (Place.Images, after);
    }

    private void BeginImage(string name)
    {
        result.BeginImages(name);
        result.BeginImage();
        (_place, _afterImage) = (Place.Image, Place.Root);
    }
}
