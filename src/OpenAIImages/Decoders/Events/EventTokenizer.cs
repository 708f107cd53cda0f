using System.Text.Json;

namespace OpenAIImages.Decoders;

/// <summary>Reads the JSON of one event after another, in which the members of the image are among all
/// others.</summary>
internal sealed class EventTokenizer(ReplyBuffer buffer) : ReplyTokenizer(buffer)
{
    private EventCollector _collected;
    private State _state;

    private enum State
    {
        Start,
        Root,
        End,
    }

    /// <summary>Gets the members that have been read.</summary>
    public ref EventCollector Collected => ref _collected;

    /// <summary>Begins an event.</summary>
    /// <param name="kind">The kind that follows from the event's name.</param>
    public void Begin(EventKind kind)
    {
        Restart();
        _collected = new EventCollector { KindOfName = kind };
        _state = State.Start;
    }

    protected override TokenizerStop? Step(ref Utf8JsonReader reader)
    {
        if (_state == State.End)
        {
            return TokenizerStop.Ended;
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
            case (State.Root, JsonTokenType.EndObject):
                _state = State.End;
                return null;
            case (State.Root, JsonTokenType.PropertyName):
                return Member(ref reader);
            default:
                throw new ImageDecodeException("The data of an event is not a JSON object.");
        }
    }

    private TokenizerStop? Member(ref Utf8JsonReader reader)
    {
        var name = LastMember = JsonMember.ReadName(ref reader);
        if (name is "data" or "images")
        {
            switch (PeekValue(ref reader))
            {
                case null: return TokenizerStop.NeedsInput;
                case (byte)'[': return StopAtList(ref reader);
                default: break;
            }
        }

        if (name is "b64_json" or "url" && TryStopAtImage(ref reader, name) is { } stop)
        {
            return stop;
        }

        if (name == EventKinds.Chunk && TryStopAtBase64(ref reader) is { } text)
        {
            return text;
        }

        if (!TryTakeValue(ref reader, out var value))
        {
            return TokenizerStop.NeedsInput;
        }

        _collected.Add(name, value);

        return null;
    }
}
