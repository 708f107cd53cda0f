using System.Text.Json;

namespace OpenAIImages.Decoders;

/// <summary>Walks through the JSON of one event after another, where the members of the picture stand among all
/// others.</summary>
internal sealed class EventTokenizer(ReplyBuffer buffer) : PictureTokenizer(buffer)
{
    private EventCollector _collected;
    private Place _place;

    private enum Place
    {
        Start,
        Root,
        End,
    }

    /// <summary>Gets what the event has said by now.</summary>
    public ref EventCollector Collected => ref _collected;

    /// <summary>Begins an event.</summary>
    /// <param name="kind">What it is about by its name.</param>
    public void Begin(EventKind kind)
    {
        Restart();
        _collected = new EventCollector { KindOfName = kind };
        _place = Place.Start;
    }

    protected override ResultStep? Step(ref Utf8JsonReader reader)
    {
        if (_place == Place.End)
        {
            return ResultStep.Ended;
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
        if (name is "data" or "images")
        {
            switch (PeekValue(ref reader))
            {
                case null: return ResultStep.NeedsInput;
                case (byte)'[': return StopAtImages(ref reader);
                default: break;
            }
        }

        if (name is "b64_json" or "url" && TryStopAtPicture(ref reader, name) is { } stop)
        {
            return stop;
        }

        if (name == EventKinds.Chunk && TryStopAtText(ref reader) is { } text)
        {
            return text;
        }

        if (!TryTakeValue(ref reader, out var value))
        {
            return ResultStep.NeedsInput;
        }

        _collected.Add(name, value);

        return null;
    }
}
