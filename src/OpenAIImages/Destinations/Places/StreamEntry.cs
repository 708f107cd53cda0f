using System.Runtime.CompilerServices;

namespace OpenAIImages.Destinations;

/// <summary>An image that is written to a stream.</summary>
/// <param name="stream">The stream.</param>
/// <param name="leaveOpen">Whether the stream stays open when the image is whole.</param>
internal sealed class StreamEntry(Stream stream, bool leaveOpen) : DestinationEntry
{
    private const string Name = "the stream";

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        => AttemptAsync(static (stream, bytes, token) => stream.WriteAsync(bytes, token), bytes, cancellationToken);

    public override async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        await AttemptAsync(
            static (stream, _, token) => new(stream.FlushAsync(token)), default, cancellationToken)
            .ConfigureAwait(false);
        await AttemptAsync(
            (_, _, _) =>
            {
                Dispose();

                return default;
            },
            default,
            cancellationToken).ConfigureAwait(false);
    }

    public override void Dispose()
    {
        if (!leaveOpen)
        {
            stream.Dispose();
        }
    }

    // The new exception tells the caller that the user's stream failed, and not the service.
    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask AttemptAsync(
        Func<Stream, ReadOnlyMemory<byte>, CancellationToken, ValueTask> action,
        ReadOnlyMemory<byte> bytes,
        CancellationToken cancellationToken)
    {
        try
        {
            await action(stream, bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ImageClientException))
        {
            throw new ImageDestinationException(Name, e.Message, e);
        }
    }
}
