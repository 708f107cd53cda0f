using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using OpenAIImages.AspNetCore;
using OpenAIImages.AspNetCore.Events;

namespace OpenAIImages;

/// <summary>An answer to a browser as a stream of server-sent events: previews of images, the finished images, and the
/// end.</summary>
/// <remarks>
/// <para>The events, each with a JSON object: <c>start</c>; <c>preview</c> and <c>image</c> with <c>index</c>,
/// <c>mediaType</c>, <c>length</c> and the image as <c>dataUrl</c>; <c>done</c> with <c>images</c> and <c>usage</c>;
/// or, in its place, <c>problem</c> with problem details. Comments between the events keep the connection alive. A
/// stream that ends with neither <c>done</c> nor <c>problem</c> was cut.</para>
/// <para>Send the request by POST, and read the stream with <c>fetch</c>: the browser does not repeat a POST whose
/// stream was cut. An <c>EventSource</c> repeats its GET whenever its connection is cut; see
/// <see cref="AllowEventSource"/>.</para>
/// <para>A request with the id of such a stream in <c>Last-Event-ID</c> buys nothing and gets status 204, which ends an
/// <c>EventSource</c>: a reconnect does not buy the images again. A <c>Last-Event-ID</c> of another stream buys nothing
/// either and gets status 400 with problem details. The result ignores an empty <c>Last-Event-ID</c>.</para>
/// <para>A browser that closes the connection cancels the call.</para>
/// </remarks>
public sealed class ImageEventsHttpResult : IResult, IEndpointMetadataProvider
{
    private const string EventStream = "text/event-stream";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly IImageClient _client;
    private readonly Func<CancellationToken, IAsyncEnumerable<ImageStreamEvent>> _make;
    private readonly TimeSpan _keepAlive = TimeSpan.FromSeconds(15);

    /// <summary>Makes images when the result is executed.</summary>
    /// <param name="client">The client that makes the images.</param>
    /// <param name="request">The request. Its <see cref="PromptedImageRequest.PartialImages"/> is the number of
    /// previews.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ImageEventsHttpResult(IImageClient client, GenerateImageRequest request)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        _client = client;
        _make = token => client.GenerateStreamingAsync(request, destination: null, token);
    }

    /// <summary>Edits images when the result is executed.</summary>
    /// <param name="client">The client that edits the images.</param>
    /// <param name="request">The request. Its <see cref="PromptedImageRequest.PartialImages"/> is the number of
    /// previews.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ImageEventsHttpResult(IImageClient client, EditImageRequest request)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        _client = client;
        _make = token => client.EditStreamingAsync(request, destination: null, token);
    }

    /// <summary>Gets whether the endpoint accepts a GET, which an <c>EventSource</c> of a browser sends.</summary>
    /// <value>
    /// The default is <see langword="false"/>: a GET gets status 405. With <see langword="true"/>, the <c>start</c>
    /// event has an id and is sent before the call that costs money begins. A GET that does not
    /// accept <c>text/event-stream</c>, or that another site sends (<c>Sec-Fetch-Site: cross-site</c>), is refused.
    /// </value>
    /// <remarks>When the connection is cut before the <c>start</c> event arrives, the browser reconnects without
    /// <c>Last-Event-ID</c> and buys the images a second time. A POST does not have this problem.</remarks>
    public bool AllowEventSource { get; init; }

    /// <summary>Gets the time without an event after which a comment is sent, so that no proxy closes the connection.
    /// </summary>
    /// <value>The default is 15 seconds; more than zero, at most a day. It runs on the <see cref="TimeProvider"/> of
    /// the services, if one is registered.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan KeepAlive
    {
        get => _keepAlive;
        init => _keepAlive = value > TimeSpan.Zero && value <= Longest
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(KeepAlive), value, "The value must be more than zero, and at most a day.");
    }

    /// <summary>Makes the images and sends the events.</summary>
    /// <param name="httpContext">The request, whose answer has not begun.</param>
    /// <returns>A task that ends when the last event is sent.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="httpContext"/> is <see langword="null"/>.</exception>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var answer = EventSourceRules.RefusalOf(httpContext.Request, AllowEventSource)
            ?? EventIds.AnswerTo(httpContext.Request);
        if (answer is not null)
        {
            await answer.ExecuteAsync(httpContext).ConfigureAwait(false);

            return;
        }

        var time = httpContext.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System;
        var stopped = httpContext.RequestAborted;
        try
        {
            var writer = new EventWriter(httpContext.Response);
            await writer.BeginAsync(stopped).ConfigureAwait(false);
            await new EventRelay(httpContext, writer, _client, KeepAlive, time)
                .RunAsync(_make, stopped).ConfigureAwait(false);
        }
        catch (Exception e) when (
            stopped.IsCancellationRequested && e is (OperationCanceledException or ImageClientException))
        {
            // The browser has closed the connection, so no event can reach it.
        }
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        AnswerMetadata.Add(builder, StatusCodes.Status200OK, typeof(string), EventStream);
        AnswerMetadata.Add(builder, StatusCodes.Status204NoContent, typeof(void));
    }
}
