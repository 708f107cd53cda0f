using System.Net;
using System.Text.Json;
using OpenAIImages.Decoders;

namespace OpenAIImages.Jobs;

/// <summary>Reads the JSON around the reply in one line of results, and stops where the reply begins.</summary>
/// <remarks>The members may come in any order. The reply to a failed request is small, and is read as a
/// whole.</remarks>
internal sealed class LineTokenizer(ReplyBuffer buffer) : ReplyTokenizer(buffer)
{
    private const int FirstErrorStatus = 400;

    private State _state;

    private enum State
    {
        Start,
        Root,
        Response,
        End,
    }

    /// <summary>Gets the id of the piece (<c>custom_id</c>).</summary>
    public string? Id { get; private set; }

    /// <summary>Gets the status of the reply.</summary>
    public HttpStatusCode? Status { get; private set; }

    /// <summary>Gets the identifier of the request at the service.</summary>
    public string? RequestId { get; private set; }

    /// <summary>Gets the reply to a failed request, or a reply that is not an object.</summary>
    public byte[]? Body { get; private set; }

    /// <summary>Gets the reason why the request was not made.</summary>
    public byte[]? Error { get; private set; }

    /// <summary>Gets whether the status means a failure.</summary>
    public bool IsRefused => Status is { } status && (int)status >= FirstErrorStatus;

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
            case (State.Response, JsonTokenType.EndObject):
                _state = State.Root;
                return null;
            case (State.Root or State.Response, JsonTokenType.PropertyName):
                return Member(ref reader);
            default:
                throw new ImageDecodeException("It is not a JSON object.");
        }
    }

    private TokenizerStop? Member(ref Utf8JsonReader reader)
    {
        var name = LastMember = JsonMember.ReadName(ref reader);
        if (PeekValue(ref reader) is not { } first)
        {
            return TokenizerStop.NeedsInput;
        }

        if (first == (byte)'{' && _state == State.Root && name == "response")
        {
            reader.Read();
            _state = State.Response;

            return null;
        }

        if (first == (byte)'{' && _state == State.Response && name == "body" && !IsRefused)
        {
            return StopAtList(ref reader);
        }

        if (!TryTakeValue(ref reader, out var value))
        {
            return TokenizerStop.NeedsInput;
        }

        if (!JsonMember.IsNull(value))
        {
            Take(name, value);
        }

        return null;
    }

    private void Take(string name, ReadOnlySpan<byte> value)
    {
        switch (_state, name)
        {
            case (State.Root, "custom_id"):
                Id = JsonMember.ReadNonBlank(value);
                break;
            case (State.Root, "error") when JsonMember.IsTruthy(value):
                Error = value.ToArray();
                break;
            case (State.Response, "status_code"):
                Status = JsonMember.ReadInt64(value) is >= 100 and <= 999 and var status
                    ? (HttpStatusCode)status
                    : null;
                break;
            case (State.Response, "request_id"):
                RequestId = JsonMember.ReadString(value);
                break;
            case (State.Response, "body"):
                Body = value.ToArray();
                break;
            default:
                break;
        }
    }
}
