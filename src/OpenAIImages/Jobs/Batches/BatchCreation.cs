using OpenAIImages.Diagnostics;
using OpenAIImages.Encoders;

namespace OpenAIImages.Jobs;

/// <summary>Uploads the file of a batch, and creates the batch.</summary>
/// <param name="service">The sender of the calls.</param>
/// <param name="check">The action that compares a request with published facts.</param>
/// <param name="log">The log for messages about batches.</param>
internal sealed class BatchCreation(
    ServiceCaller service, Action<ImageRequest, ImageClientOptions> check, Log? log)
{
    private const int MaxPages = 5;

    // The service needs some time to show a batch in its list. The delays are half a minute together.
    private static readonly TimeSpan[] LookUpDelays =
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(20)];

    /// <summary>Creates one batch.</summary>
    /// <param name="items">The pieces.</param>
    /// <param name="options">The settings of the batch.</param>
    /// <param name="canSplit">Whether the batch may end before a piece that does not fit into it.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    public async Task<ImageBatch> CreateAsync(
        BatchItems items, ImageBatchOptions options, bool canSplit, CancellationToken cancellationToken)
    {
        using var lines = new BatchFileContent(items, options, service.Options, check, canSplit);
        var file = await UploadAsync(lines, items, options, cancellationToken).ConfigureAwait(false);
        var batch = await CreateAsync(file.Id, lines.Endpoint, options, cancellationToken).ConfigureAwait(false);
        log?.BatchCreated(batch.Id, lines.Count, file.Id);

        return batch with { Model = batch.Model ?? lines.Model };
    }

    private async Task<ImageFile> UploadAsync(
        BatchFileContent lines, BatchItems items, ImageBatchOptions options, CancellationToken cancellationToken)
    {
        var form = UploadEncoder.Encode(
            lines, options.FileName, "application/jsonl", ImageFilePurpose.Batch, options.InputExpiresAfter);
        try
        {
            return await service
                .AskAsync(
                    new ServiceRequest(TelemetryNames.Span.UploadFile, HttpMethod.Post, "files")
                    {
                        Content = form,
                        CanBeSentAgain = items.CanRewind,
                    },
                    FileObjects.DecodeFile,
                    cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception) when (lines.Fault is not null)
        {
            // The caller gets the fault of the piece, and not the network's exception that follows from it.
            lines.Fault.Throw();
            throw;
        }
    }

    private async Task<ImageBatch> CreateAsync(
        string fileId, string endpoint, ImageBatchOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await service
                .AskAsync(
                    new ServiceRequest(TelemetryNames.Span.CreateBatch, HttpMethod.Post, "batches")
                    {
                        Content = new JsonContent(WriteRequest(fileId, endpoint, options)),
                        CostsMoney = true,
                    },
                    BatchObjects.Decode,
                    cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ImageClientException e) when (e.MayHaveBeenBilled)
        {
            log?.BatchCreationUnknown(fileId);

            return await LookUpAsync(fileId, e, cancellationToken).ConfigureAwait(false);
        }
        catch (ImageCallCanceledException)
        {
            log?.BatchCreationUnknown(fileId);
            throw;
        }
    }

    // The file identifies the batch: no other batch has it.
    private async Task<ImageBatch> LookUpAsync(
        string fileId, ImageClientException cause, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var delay in LookUpDelays)
            {
                await Task.Delay(delay, service.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
                if (await FindAsync(fileId, cancellationToken).ConfigureAwait(false) is { } found)
                {
                    return found;
                }
            }
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new ImageCallCanceledException(e, cancellationToken)
            {
                PossiblyBilledAttempts = cause.PossiblyBilledAttempts,
                ClientRequestId = cause.ClientRequestId,
            };
        }

        throw ImageBatchException.Unknown(fileId, cause);
    }

    private async Task<ImageBatch?> FindAsync(string fileId, CancellationToken cancellationToken)
    {
        var asked = 0;
        try
        {
            string? after = null;
            while (asked++ < MaxPages)
            {
                var page = await AskForPageAsync(service, after, cancellationToken).ConfigureAwait(false);
                if (page.Items.FirstOrDefault(batch => batch.InputFileId == fileId) is { } found)
                {
                    return found;
                }

                if (!page.HasMore || page.LastId is null)
                {
                    return null;
                }

                after = page.LastId;
            }
        }
        catch (ImageClientException e)
        {
            // The service may be down, as it was at the creation. The next look tries again.
            log?.BatchLookUpFailed(fileId, ErrorType.NameOf(e));
        }

        return null;
    }

    /// <summary>Requests a page of the list of batches.</summary>
    public static Task<Page<ImageBatch>> AskForPageAsync(
        ServiceCaller service, string? after, CancellationToken cancellationToken)
        => service.AskAsync(
            new ServiceRequest(
                TelemetryNames.Span.ListBatches,
                HttpMethod.Get,
                "batches?limit=100" + (after is null ? "" : $"&after={Uri.EscapeDataString(after)}")),
            BatchObjects.DecodePage,
            cancellationToken);

    private static byte[] WriteRequest(string fileId, string endpoint, ImageBatchOptions options)
        => JsonContent.Write((fileId, endpoint, options), static (json, batch) =>
        {
            json.WriteString("input_file_id", batch.fileId);
            json.WriteString("endpoint", batch.endpoint);
            json.WriteString("completion_window", batch.options.CompletionWindow);
            if (batch.options.Metadata.Count > 0)
            {
                json.WriteStartObject("metadata");
                foreach (var word in batch.options.Metadata)
                {
                    json.WriteString(word.Key, word.Value);
                }

                json.WriteEndObject();
            }

            if (batch.options.OutputExpiresAfter is { } time)
            {
                json.WriteStartObject("output_expires_after");
                json.WriteString("anchor", "created_at");
                json.WriteNumber("seconds", (long)time.TotalSeconds);
                json.WriteEndObject();
            }
        });
}
