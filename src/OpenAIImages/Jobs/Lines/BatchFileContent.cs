using System.Net;
using System.Runtime.ExceptionServices;
using OpenAIImages.Encoders;
using OpenAIImages.Settings;

namespace OpenAIImages.Jobs;

/// <summary>The content of the file of a batch: one request in each line, written when the upload reaches it.</summary>
/// <param name="items">The pieces.</param>
/// <param name="options">The limits of the file.</param>
/// <param name="client">The options of the client, which complete the requests.</param>
/// <param name="check">The action that compares a request with published facts.</param>
/// <param name="canSplit">Whether the file may end before a piece that does not fit into it.</param>
/// <remarks>
/// <b>Memory.</b> It holds the JSON of one request; images are read while they are sent. <b>Fails</b> by ending the
/// upload, with <see cref="Fault"/> set, so that neither a file nor a batch exists.
/// </remarks>
internal sealed class BatchFileContent(
    BatchItems items,
    ImageBatchOptions options,
    ImageClientOptions client,
    Action<ImageRequest, ImageClientOptions> check,
    bool canSplit) : CancellableContent
{
    private const string Generations = "/v1/images/generations";
    private const string Edits = "/v1/images/edits";

    private readonly int _start = items.Position;
    private bool _wasBegun;
    private long _length;

    /// <summary>Gets the fault on this side that ended the upload.</summary>
    public ExceptionDispatchInfo? Fault { get; private set; }

    /// <summary>Gets the number of requests that were written.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the model of all requests, if they name one.</summary>
    public ImageModel? Model { get; private set; }

    /// <summary>Gets the endpoint of all requests.</summary>
    public string Endpoint { get; private set; } = Generations;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begin();
        while (await NextAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            using (line.Body)
            {
                await WriteAsync(stream, line, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = -1;

        return false;
    }

    // The platform and the retries may send the content again.
    private void Begin()
    {
        if (_wasBegun && !items.CanRewind)
        {
            throw Keep(new ImageInputException(
                "the pieces", "they are a lazy sequence, which was read for an earlier attempt. Give a list."));
        }

        if (_wasBegun)
        {
            items.Rewind(_start);
        }

        _wasBegun = true;
        (Fault, Count, _length) = (null, 0, 0);
    }

    private async ValueTask<RequestLine?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await items.PeekAsync(cancellationToken).ConfigureAwait(false) is not { } item)
            {
                return null;
            }

            if (BatchRules.FaultIn(item) is { } reason)
            {
                throw ImageBatchException.Unsuitable(item.Id, reason);
            }

            var request = Complete(item);
            if (Count == 0)
            {
                (Model, Endpoint) = (request.Model, EndpointOf(request));
            }
            else if (!Fits(item.Id, request))
            {
                return null;
            }

            check(request, client);
            var body = await RequestEncoder.EncodeJsonAsync(request, cancellationToken).ConfigureAwait(false);
            var line = new RequestLine(item.Id, Endpoint, body);
            if (_length + line.Length > options.MaxBytes)
            {
                body.Dispose();

                return canSplit && Count > 0
                    ? null
                    : throw ImageBatchException.TooLarge(item.Id, options.MaxBytes, isAlone: Count == 0);
            }

            items.Take();
            Count++;
            _length += line.Length;

            return line;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Keep(e);
            throw;
        }
    }

    private async Task WriteAsync(Stream stream, RequestLine line, CancellationToken cancellationToken)
    {
        try
        {
            await line.WriteAsync(stream, cancellationToken).ConfigureAwait(false);
        }
        catch (ImageInputException e)
        {
            Keep(e);
            throw;
        }
    }

    private bool Fits(string id, PromptedImageRequest request)
    {
        var mixture = EndpointOf(request) != Endpoint
                ? $"it goes to {EndpointOf(request)}, and the batch to {Endpoint}."
            : request.Model != Model
                ? $"its model is {NameOf(request.Model)}, and that of the batch is {NameOf(Model)}."
            : null;
        if (canSplit)
        {
            return mixture is null && Count < options.MaxRequests;
        }

        return mixture is not null ? throw ImageBatchException.Mixed(id, mixture)
            : Count < options.MaxRequests ? true
            : throw ImageBatchException.TooMany(id, options.MaxRequests);
    }

    // At Azure, a request without a model gets the name of the deployment as its model.
    private PromptedImageRequest Complete(ImageWorkItem item)
    {
        var request = (PromptedImageRequest)RequestDefaults.Complete(item.Request, item.Destination, client);

        return request.Model is null && client.Azure.Deployment is { } deployment
            ? request with { Model = deployment }
            : request;
    }

    private static string EndpointOf(PromptedImageRequest request)
        => request is EditImageRequest ? Edits : Generations;

    private static string NameOf(ImageModel? model) => model?.ToString() ?? "that of the server";

    private Exception Keep(Exception fault)
    {
        Fault ??= ExceptionDispatchInfo.Capture(fault);

        return fault;
    }
}
