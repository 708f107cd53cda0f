using System.Text.Json;

namespace OpenAIImages.Decoders;

/// <summary>Walks through the JSON of one event, where the members of the picture stand among all others.</summary>
internal sealed class EventTokenizer(ReplyBuffer buffer, EventCollector collected) : PictureTokenizer(buffer)
{
    private Place _place;

    private enum Place
    {
        Start,
        Root,
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
                return Member(ref reader);
            default:
                throw new ImageDecodeException("The data of an event is not a JSON object.");
        }
    }

    private ResultStep? Member(ref Utf8JsonReader reader)
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

        collected.Add(name, value);

        return collected.IsOfNoInterest ? ResultStep.Ended : null;
    }
}
