using OpenAIImages.Decoders;

namespace OpenAIImages.Fuzz.Targets;

/// <summary>Streams of events. Any split of the bytes gives the same events, equal to those of the platform's own
/// parsers. A stream ends, or fails with one of two exceptions.</summary>
internal sealed class EventsTarget : IFuzzTarget
{
    private static readonly string?[] MediaTypes = [null, "text/event-stream", "text/event-stream", "application/json"];

    public string Name => "events";

    public IReadOnlyList<string> Dictionary { get; } =
    [
        .. Words.Json, "data:", "data: ", "data: {", "data: [DONE]\n\n", "\n\n", "\r\n\r\n", "\r\r", "\r\n",
        ": comment\n", "event:", "event: error\n", "event: image_generation.completed\n",
        "event: image_edit.partial_image\n", "event: image_generation.partial_succeeded\n", "id: 1\n", "retry: 1\n",
        "data\n", "event\n", "\ndata: ", "\"type\":\"image_generation.completed\"",
        "\"type\":\"image_generation.partial_image\"", "\"type\":\"x\"", "\"partial_image_index\":1",
        new string('x', 200),
    ];

    public void Check(byte[] input, Random random)
    {
        var facts = Replies.Describe(random.Next(1, 3), MediaTypes[random.Next(MediaTypes.Length)]);
        var (events, whole) = AllocationLimit.Hold(
            input.Length, () => Read(new PieceStream(input, 0, random), facts));
        var (_, pieces) = Read(new PieceStream(input, random.Next(1, 40), random), facts);
        BrokenPromiseException.UnlessSame(whole, pieces, "The pieces of the body do not change the result.");

        var collected = new Collected();
        var (_, saved) = Read(
            new PieceStream(input, random.Next(1, 200), random),
            facts with { Destination = collected.Destination },
            collected);
        BrokenPromiseException.UnlessSame(whole, saved, "A destination gets the same images as the caller.");
        if (BodySniffer.IsEventStream(input, facts.MediaType))
        {
            CheckReference(input, events);
        }
    }

    private static void CheckReference(byte[] input, List<ImageStreamEvent> events)
    {
        if (EventsReference.HasLateName(input))
        {
            return;
        }

        var expected = EventsReference.Read(input);
        var read = events.Take(expected.Count).Select(item => item switch
        {
            PartialImageEvent partial => $"{EventKind.Partial} {Convert.ToBase64String(partial.Image.Bytes.Span)}",
            CompletedImageEvent completed =>
                $"{EventKind.Completed} {Convert.ToBase64String(completed.Image.Bytes.Span)}",
            _ => item.ToString(),
        });
        BrokenPromiseException.UnlessSame(
            string.Join('|', expected), string.Join('|', read), "Events are those that the platform's parsers read.");
    }

    private static (List<ImageStreamEvent> Events, string Description) Read(
        Stream body, AnsweredCall facts, Collected? collected = null)
    {
        List<ImageStreamEvent> events = [];
        var end = "end";
        using var decoder = new EventStreamDecoder(body, facts);
        try
        {
            var place = 0;
            while (decoder.ReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult() is { } next)
            {
                events.Add(next is CompletedImageEvent completed && collected is not null
                    ? completed with { Image = collected.Whole(completed.Image, place++) }
                    : next);
            }
        }
        catch (Exception e) when (e is ImageDecodeException or ImageApiException)
        {
            Secrets.EnsureNoneIn(e);
            end = Description.Of(e);
        }

        return (events, string.Join('\n', events.Select(Description.Of).Append(end)));
    }
}
