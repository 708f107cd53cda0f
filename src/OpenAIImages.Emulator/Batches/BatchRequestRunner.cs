using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Faults;
using OpenAIImages.Emulator.Jobs;
using OpenAIImages.Emulator.Parameters;
using OpenAIImages.Emulator.Pictures;
using OpenAIImages.Emulator.Pipeline;
using OpenAIImages.Emulator.Replies;

namespace OpenAIImages.Emulator.Batches;

/// <summary>Carries out one request of a batch, as if a client had sent it directly.</summary>
/// <remarks><b>Never throws</b>, except when it is cancelled: every error becomes an answer.</remarks>
internal sealed class BatchRequestRunner(
    ImageEmulatorOptions options,
    FaultBook faults,
    AzureSurface azure,
    EditLoader loader,
    JobPainter painter,
    LinkStore links,
    FaultReporter reporter)
{
    private const string MediaType = "application/json";

    /// <summary>Prepares a request.</summary>
    /// <remarks>The caller prepares requests in their order, so that faults strike the same requests each time.
    /// </remarks>
    public BatchRequest Prepare(Batch batch, BatchLine line, int index)
    {
        var received = new ReceivedRequest("POST", line.Url!, "")
        {
            Headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase)
            {
                ["Content-Type"] = [MediaType],
            },
            Body = line.Body,
            RequestId = RequestIdentity.Make(),
            ReceivedAt = options.TimeProvider.GetUtcNow(),
            BatchId = batch.Id,
            CustomId = line.CustomId,
        };

        return new BatchRequest(index, line, received.RequestId, FindFault(received));
    }

    public async Task<BatchAnswer> RunAsync(
        BatchOrder order, BatchRequest request, CancellationToken cancellationToken)
    {
        var cut = default(long?);
        try
        {
            var fault = await request.Fault.ConfigureAwait(false);
            cut = fault?.CutAfterBytes;
            if (await StrikeAsync(request, fault, cancellationToken).ConfigureAwait(false) is { } replaced)
            {
                return replaced with { CutAfterBytes = cut };
            }

            var job = await ReadAsync(order, request.Line, cancellationToken).ConfigureAwait(false);
            if (fault is null && PromptWords.Find(job.Prompt, streams: false) is { } asked)
            {
                (fault, cut) = (asked, asked.CutAfterBytes);
                if (await StrikeAsync(request, fault, cancellationToken).ConfigureAwait(false) is { } struck)
                {
                    return struck;
                }
            }

            job = job with { Fault = fault };
            var answer = await PaintAsync(order, request, job, cancellationToken).ConfigureAwait(false);

            return answer with { CutAfterBytes = cut };
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return Refuse(request, reporter.Describe(request.RequestId, e)) with { CutAfterBytes = cut };
        }
    }

    /// <summary>Answers a request that was not carried out in time.</summary>
    public static BatchAnswer Expire(BatchLine line)
    {
        var json = new PictureJson();
        BatchLineReply.WriteUnanswered(
            json.Writer,
            line.CustomId!,
            "batch_expired",
            "This request could not be executed before the completion window expired.");

        return new BatchAnswer(json) { IsFailure = true };
    }

    // A condition is the caller's code. When it throws, only this request gets a 500, as a direct request does.
    private Task<EmulatorFault?> FindFault(ReceivedRequest received)
    {
        try
        {
            return Task.FromResult(faults.Find(received, asksForImages: true));
        }
        catch (Exception e)
        {
            return Task.FromException<EmulatorFault?>(e);
        }
    }

    private async Task<BatchAnswer?> StrikeAsync(
        BatchRequest request, EmulatorFault? fault, CancellationToken cancellationToken)
    {
        if (fault is null)
        {
            return null;
        }

        await Task.Delay(fault.Delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        if (fault.Disconnects)
        {
            var json = new PictureJson();
            BatchLineReply.WriteUnanswered(
                json.Writer, request.Line.CustomId!, "server_error", "The connection was closed without a reply.");

            return new BatchAnswer(json) { IsFailure = true };
        }

        return !fault.ReplacesReply ? null
            : fault.Body is { } body ? Replace(request, fault.Status ?? 200, body)
            : Refuse(request, ApiError.Of(fault, fault.Status ?? 400));
    }

    private async Task<ImageJob> ReadAsync(BatchOrder order, BatchLine line, CancellationToken cancellationToken)
    {
        var fields = JsonParameters.Read(MediaType, line.Body);
        var model = azure.FindModel(fields, order.IsAzure);

        return order.Edits
            ? await loader.LoadAsync(fields, isForm: false, model, cancellationToken).ConfigureAwait(false)
            : ImageJobReader.Read(fields, model, model.Parameters);
    }

    private async Task<BatchAnswer> PaintAsync(
        BatchOrder order, BatchRequest request, ImageJob job, CancellationToken cancellationToken)
    {
        job = job with { LongestEdge = options.MaxPictureEdge };
        var pictures = await painter.PaintAsync(job, cancellationToken).ConfigureAwait(false);
        var json = new PictureJson { BreaksPictures = job.Fault is { BreaksBase64: true } };
        BatchLineReply.WriteAnswer(json.Writer, request.Line.CustomId!, request.RequestId, 200, _ =>
            ImageReply.Write(
                json,
                job,
                pictures,
                options.TimeProvider.GetUtcNow(),
                picture => LinkAddresses.Write(order.Root, links.Add(picture))));

        return new BatchAnswer(json) { Usage = job.CountTokens() };
    }

    private static BatchAnswer Refuse(BatchRequest request, ApiError error)
    {
        var json = new PictureJson();
        BatchLineReply.WriteAnswer(
            json.Writer, request.Line.CustomId!, request.RequestId, error.Status, writer =>
            {
                writer.WriteStartObject();
                ErrorReply.WriteError(writer, error);
                writer.WriteEndObject();
            });

        return new BatchAnswer(json) { IsFailure = error.Status >= 400 };
    }

    private static BatchAnswer Replace(BatchRequest request, int status, string body)
    {
        var json = new PictureJson();
        BatchLineReply.WriteAnswer(
            json.Writer,
            request.Line.CustomId!,
            request.RequestId,
            status,
            writer => BatchLineReply.WriteText(writer, body));

        return new BatchAnswer(json) { IsFailure = status >= 400 };
    }
}
