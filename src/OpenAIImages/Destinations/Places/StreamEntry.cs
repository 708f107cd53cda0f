using System.Runtime.CompilerServices;

namespace OpenAIImages.Destinations;

/// <summary>An image that goes to a stream, which is left open.</summary>
/// <param name="stream">The stream.</param>
internal class StreamEntry(Stream stream) : DestinationEntry
{
    private const string Name = "the stream";

    protected Stream Stream => stream;

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
    }

    // Whatever a stranger's stream throws, the caller learns that it was the stream and not the service.
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
