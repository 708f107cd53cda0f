using System.Runtime.CompilerServices;

namespace OpenAIImages.Destinations;

/// <summary>An image that goes to a stream, which is left open.</summary>
/// <param name="stream">The stream.</param>
internal class StreamEntry(Stream stream) : DestinationEntry
{
    private const string Name = "the stream";

    protected Stream Stream => stream;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        => AttemptAsync(stream.WriteAsync(bytes, cancellationToken));

    public override async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        await AttemptAsync(new ValueTask(stream.FlushAsync(cancellationToken))).ConfigureAwait(false);
        Dispose();
    }

    public override void Dispose()
    {
    }

    // Whatever a stranger's stream throws, the caller learns that it was the stream and not the service.
    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask AttemptAsync(ValueTask action)
    {
        try
        {
            await action.ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ImageClientException))
        {
            throw new ImageDestinationException(Name, e.Message, e);
        }
    }
}
