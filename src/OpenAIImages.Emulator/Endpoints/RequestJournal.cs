using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary>Reads every request whole, up to the limit of its route, and keeps the last ones.</summary>
internal sealed class RequestJournal(ImageEmulatorOptions options)
{
    // For addresses that take no body, or do not exist.
    private const long SmallBody = 64 * 1_024;

    // Edits carry pictures: a thousand of them would fill the memory of most machines.
    private const long MostKeptBytes = 256 * 1_024 * 1_024;

    private readonly object _lock = new();
    private readonly Queue<ReceivedRequest> _requests = new();
    private long _keptBytes;

    public ReceivedRequest[] Snapshot()
    {
        lock (_lock)
        {
            return [.. _requests];
        }
    }

    /// <summary>Gets the request that is being handled.</summary>
    public static ReceivedRequest Current(HttpContext context)
        => context.Features.GetRequiredFeature<ReceivedRequest>();

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var limit = ApiRoute.Of(context)?.BodyLimit ?? SmallBody;
        var (body, isTooLarge) =
            await BodyReader.ReadAsync(context.Request, limit, context.RequestAborted).ConfigureAwait(false);
        var request = Describe(context, body);
        Keep(request);
        if (isTooLarge)
        {
            throw new ApiException(RequestRefusals.TooLarge(limit));
        }

        context.Features.Set(request);
        await next(context).ConfigureAwait(false);
    }

    private ReceivedRequest Describe(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var request = context.Request;

        return new ReceivedRequest(request.Method, request.Path.ToString(), request.QueryString.ToString())
        {
            Headers = request.Headers.ToDictionary(
                header => header.Key,
                header => (IReadOnlyList<string>)[.. header.Value.Select(value => value ?? "")],
                StringComparer.OrdinalIgnoreCase),
            Body = body,
            RequestId = RequestIdentity.Of(context),
            ReceivedAt = options.TimeProvider.GetUtcNow(),
        };
    }

    private void Keep(ReceivedRequest request)
    {
        lock (_lock)
        {
            _requests.Enqueue(request);
            _keptBytes += request.Body.Length;
            while (_requests.Count > options.MaxReceived || (_requests.Count > 1 && _keptBytes > MostKeptBytes))
            {
                _keptBytes -= _requests.Dequeue().Body.Length;
            }
        }
    }
}
