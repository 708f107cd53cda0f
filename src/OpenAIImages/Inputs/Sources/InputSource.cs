using System.Buffers;

namespace OpenAIImages.Inputs;

/// <summary>Where the bytes of a picture come from.</summary>
internal abstract class InputSource
{
    /// <summary>Gets what to call it in an error.</summary>
    protected abstract string Name { get; }

    /// <summary>Gets whether <see cref="Open"/> can be called more than once.</summary>
    public abstract bool CanReopen { get; }

    /// <summary>Gets how many bytes there are, when that can be known without reading them.</summary>
    /// <exception cref="ImageInputException">The picture cannot be read.</exception>
    public abstract long? Length { get; }

    /// <summary>Opens the picture from its beginning. Disposing of the stream leaves a caller's stream open.</summary>
    /// <param name="reader">The one who reads, where it may read again before its first reading has ended.</param>
    /// <exception cref="ImageInputException">The picture cannot be read.</exception>
    public abstract Stream Open(object? reader = null);

    /// <summary>Reads the first bytes, as many as there are and fit; they will come again.</summary>
    /// <returns>How many were read.</returns>
    /// <exception cref="ImageInputException">The picture cannot be read.</exception>
    public virtual async ValueTask<int> PeekAsync(Memory<byte> head, CancellationToken cancellationToken)
    {
        using var stream = Open();

        return await FillAsync(stream, head, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Copies the whole picture to where it is sent.</summary>
    /// <exception cref="ImageInputException">The picture cannot be read. A fault of the target is passed
    /// on.</exception>
    public async Task CopyToAsync(Stream target, int bufferSize, object reader, CancellationToken cancellationToken)
    {
        using var stream = Open(reader);
        var buffer = ArrayPool<byte>.Shared.Rent(bufferSize);
        try
        {
            while (await ReadAsync(stream, buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
            {
                await target.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public async ValueTask<int> FillAsync(
        Stream stream, Memory<byte> head, CancellationToken cancellationToken)
    {
        var length = 0;
        int read;
        do
        {
            read = await ReadAsync(stream, head.Slice(length), cancellationToken).ConfigureAwait(false);
            length += read;
        }
        while (read > 0 && length < head.Length);

        return length;
    }

    /// <summary>Reads from what <see cref="Open"/> gave.</summary>
    /// <exception cref="ImageInputException">It cannot be read, whatever a stranger's stream
    /// throws.</exception>
    public async ValueTask<int> ReadAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ImageClientException))
        {
            throw new ImageInputException(Name, e.Message, e);
        }
    }
}
