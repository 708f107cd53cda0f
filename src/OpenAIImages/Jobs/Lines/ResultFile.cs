using System.Runtime.CompilerServices;
using OpenAIImages.Decoders;
using OpenAIImages.Destinations;

namespace OpenAIImages.Jobs;

/// <summary>Reads the results in a file of a batch, line by line.</summary>
/// <param name="service">The sender of the calls.</param>
/// <param name="batch">The batch.</param>
/// <param name="options">The settings of the reading.</param>
/// <param name="log">The log for messages about files that are saved under other names.</param>
/// <remarks><b>Memory.</b> It uses one pooled buffer of 64 KiB, and one buffer for the image that is being
/// written.</remarks>
internal sealed class ResultFile(
    ServiceCaller service, ImageBatch batch, ImageBatchReadOptions options, IDestinationLog? log)
{
    /// <summary>Reads a file.</summary>
    /// <param name="fileId">The id of the file of results or of failures.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    public async IAsyncEnumerable<ImageBatchResult> ReadAsync(
        string fileId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var client = service.Options;
        using var content = new FileContentStream(service, fileId, client);
        using var body = new ByteWindow(content, long.MaxValue);
        var line = new LineBuffer(body, client.MaxReplyBytes);
        while (await line.NextLineAsync(cancellationToken).ConfigureAwait(false))
        {
            var reader = new LineReader(line, batch, client, options, log);
            var result = await reader
                .ReadAsync(e => ReferenceEquals(e, content.Fault), cancellationToken)
                .ConfigureAwait(false);
            if (result is not null)
            {
                yield return result;
            }
        }
    }
}
