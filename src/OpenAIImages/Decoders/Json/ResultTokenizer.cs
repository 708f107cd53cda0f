using System.Text.Json;

namespace OpenAIImages.Decoders;

/// <summary>Walks through the JSON of a whole reply: members, among them <c>data</c>, the list of images.</summary>
internal sealed class ResultTokenizer(ReplyBuffer buffer, ResultCollector result) : PictureTokenizer(buffer)
{
    private Place _place;

    private enum Place
    {
        Start,
        Root,
        Images,
        Image,
        End,
    }

    protected override ResultStep? Step(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return _place == Place.End && IsInputComplete ? ResultStep.Ended : ResultStep.NeedsInput;
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
                    : new ImageDecodeException(
                        "The reply is not a JSON object: is the endpoint one of the Images API?");
        }
    }

    protected override string NameOf(string member)
        => _place == Place.Image ? result.Current.NameOf(member) : member;

    private ResultStep? RootMember(ref Utf8JsonReader reader)
    {
        var name = LastMember = WireName.Of(ref reader);
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
        var name = LastMember = WireName.Of(ref reader);
        if (name is "b64_json" or "url" && TryStopAtPicture(ref reader, name) is { } stop)
        {
            return stop;
        }

        if (!TryTakeValue(ref reader, out var value))
        {
            return ResultStep.NeedsInput;
        }

        result.Current.Add(name, value);

        return null;
    }
}
