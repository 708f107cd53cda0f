using System.Diagnostics.Tracing;
using System.Net;
using System.Net.Http.Headers;

namespace OpenAIImages.WholeProcess;

/// <summary>Counts the types and methods of this package that the just-in-time compiler compiles for a first call,
/// including code that runs once for the process, such as the check of the options.</summary>
internal sealed class FirstCall : EventListener
{
    private const EventKeywords JustInTime = (EventKeywords)0x10;

    private const string OnePixel =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private readonly HashSet<string> _methods = [];
    private readonly HashSet<string> _types = [];

    /// <summary>Makes one call, without a network.</summary>
    /// <param name="kind"><c>generate</c>, <c>edit</c>, <c>stream</c> or <c>refused</c>.</param>
    /// <returns>The number of types, and the number of methods.</returns>
    public static async Task<(int Types, int Methods)> WalkAsync(string kind)
    {
        using var listener = new FirstCall();
        using var handler = new Answer(kind);
        using var client = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "any", Endpoint = new Uri("https://service.test/v1/") }, handler);
        try
        {
            await CallAsync(client, kind).ConfigureAwait(false);
        }
        catch (ImageApiException) when (kind == "refused")
        {
            // The call was expected to fail.
        }

        return (listener._types.Count, listener._methods.Count);
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
        {
            EnableEvents(eventSource, EventLevel.Verbose, JustInTime);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) != true
            || eventData.Payload?[6] is not string type
            || !type.StartsWith("OpenAIImages.", StringComparison.Ordinal)
            || type.StartsWith("OpenAIImages.WholeProcess", StringComparison.Ordinal))
        {
            return;
        }

        lock (_methods)
        {
            _methods.Add($"{type}.{eventData.Payload[7]}{eventData.Payload[8]}");
            _types.Add(type.Split('+', '`')[0]);
        }
    }

    private static async Task CallAsync(OpenAIImageClient client, string kind)
    {
        switch (kind)
        {
            case "edit":
                var image = Convert.FromBase64String(OnePixel);
                var mask = ImageMask.For(image).AddRectangle(0, 0, 1, 1).ToMask();
                await client
                    .EditAsync(new EditImageRequest("a hat", ImageInput.FromBytes(image)) { Mask = mask })
                    .ConfigureAwait(false);
                break;
            case "stream":
                await foreach (var _ in client.GenerateStreamingAsync("a fox").ConfigureAwait(false))
                {
                }

                break;
            default:
                await client.GenerateAsync("a fox").ConfigureAwait(false);
                break;
        }
    }

    private sealed class Answer(string kind) : HttpMessageHandler
    {
        private const string Image = """{"data":[{"b64_json":"iVBORw0KGgo="}]}""";

        private const string Events =
            "data: {\"type\":\"image_generation.completed\",\"b64_json\":\"iVBORw0KGgo=\"}\n\n";

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { } content)
            {
                await content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
            }

            return kind switch
            {
                "stream" => new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent(Events, new MediaTypeHeaderValue("text/event-stream")),
                },
                "refused" => new HttpResponseMessage(HttpStatusCode.BadRequest)
                {
                    Content = new StringContent("""{"error":{"message":"no","code":"invalid_value"}}"""),
                },
                _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Image) },
            };
        }
    }
}
