using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>Reads every request, up to the limit of its route, and keeps the last requests.</summary>
/// <remarks>The journal checks the key before it reads the body. It reads and keeps only the beginning of the body when
/// the key is not valid or the address does not exist. It also keeps only the beginning of a file upload, whose
/// endpoint reads the rest.</remarks>
internal sealed class RequestJournal(ImageEmulatorOptions options)
{
    private const long Beginning = 64 * 1_024;

    // Edits contain pictures: a thousand edits would fill the memory of most machines.
    private const long MostKeptBytes = 256 * 1_024 * 1_024;

    private readonly KeyGate _gate = new(options);
    private readonly object _lock = new();
    private readonly Queue<ReceivedRequest> _requests = new();
    private long _keptBytes;
    private readonly List<(long Count, TaskCompletionSource Arrival)> _waiting = [];
    private long _arrived;
    private bool _isClosed;

    /// <summary>Gets the number of bytes that the kept requests take.</summary>
    internal long KeptBytes
    {
        get
        {
            lock (_lock)
            {
                return _keptBytes;
            }
        }
    }

    public ReceivedRequest[] Snapshot()
    {
        lock (_lock)
        {
            return [.. _requests];
        }
    }

    /// <summary>Waits until a number of requests have arrived since the start.</summary>
    /// <exception cref="ObjectDisposedException">The emulator was disposed of before that.</exception>
    public async Task WaitAsync(long count, CancellationToken cancellationToken)
    {
        var arrival = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_arrived >= count)
            {
                return;
            }

            ObjectDisposedException.ThrowIf(_isClosed, typeof(ImageEmulator));
            _waiting.Add((count, arrival));
        }

        try
        {
            await arrival.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                _waiting.Remove((count, arrival));
            }
        }
    }

    /// <summary>Ends all waits: no more requests arrive.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            _waiting.ForEach(waiting => waiting.Arrival.TrySetException(
                new ObjectDisposedException(nameof(ImageEmulator))));
        }
    }

    /// <summary>Gets the request that is being handled.</summary>
    public static ReceivedRequest Current(HttpContext context)
        => context.Features.GetRequiredFeature<ReceivedRequest>();

    /// <summary>Gets the whole body of the request that is being handled, on a route that streams.</summary>
    public static Stream BodyOf(HttpContext context)
        => new ContinuedStream(Current(context).Body, context.Request.Body);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var route = ApiRoute.Of(context);
        var wrongKey = _gate.Check(context);
        var limit = route is null || wrongKey is not null ? Beginning : route.LimitFor(context.Request);
        var streams = wrongKey is null && route is { Streams: true };
        var (body, isTooLarge) =
            await BodyReader.ReadAsync(context.Request, limit, streams, context.RequestAborted).ConfigureAwait(false);
        var request = Keep(Describe(context, body));
        if (wrongKey is not null)
        {
            throw new ApiException(wrongKey);
        }

        if (isTooLarge && route is not null && !streams)
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

    private ReceivedRequest Keep(ReceivedRequest arrived)
    {
        lock (_lock)
        {
            var request = arrived with { Number = ++_arrived };
            _requests.Enqueue(request);
            _keptBytes += Size(request);
            while (_requests.Count > options.MaxReceived || (_requests.Count > 1 && _keptBytes > MostKeptBytes))
            {
                _keptBytes -= Size(_requests.Dequeue());
            }

            foreach (var (_, arrival) in _waiting.Where(waiting => waiting.Count <= _arrived))
            {
                arrival.TrySetResult();
            }

            return request;
        }
    }

    // The journal also keeps headers and addresses, at two bytes a character.
    private static long Size(ReceivedRequest request)
        => request.Body.Length
            + 2L * (request.Path.Length + request.Query.Length
                + request.Headers.Sum(header => header.Key.Length + header.Value.Sum(value => value.Length)));
}
