using System.Buffers;

namespace OpenAIImages.Inputs;

/// <summary>The source of the bytes of an image.</summary>
internal abstract class InputSource
{
    /// <summary>Gets the name of the source in errors.</summary>
    protected abstract string Name { get; }

    /// <summary>Gets whether <see cref="Open"/> can be called more than once.</summary>
    public abstract bool CanReopen { get; }

    /// <summary>Gets the length in bytes, if it is known without reading.</summary>
    /// <exception cref="ImageInputException">The image cannot be read.</exception>
    public abstract long? Length { get; }

    /// <summary>Opens the image at its beginning. The disposal of the result leaves a caller's stream open.</summary>
    /// <param name="reader">The reader, if it may read again before its first read has ended.</param>
    /// <exception cref="ImageInputException">The image cannot be read.</exception>
    public abstract Stream Open(object? reader = null);

    /// <summary>Reads the first bytes, as many as exist and fit. <see cref="Open"/> returns them again.</summary>
    /// <returns>The number of bytes that were read.</returns>
    /// <exception cref="ImageInputException">The image cannot be read.</exception>
    public virtual async ValueTask<int> PeekAsync(Memory<byte> head, CancellationToken cancellationToken)
    {
        using var stream = Open();

        return await FillAsync(stream, head, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Copies the whole image to a stream.</summary>
    /// <exception cref="ImageInputException">The image cannot be read. The method does not wrap a fault of the
    /// target.</exception>
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

    /// <summary>Reads from a stream that <see cref="Open"/> returned.</summary>
    /// <exception cref="ImageInputException">The stream cannot be read, whatever exception it throws.</exception>
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
