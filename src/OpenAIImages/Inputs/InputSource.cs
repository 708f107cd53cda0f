namespace OpenAIImages.Inputs;

/// <summary>Where the bytes of a picture come from.</summary>
internal abstract class InputSource
{
    /// <summary>Gets whether <see cref="Open"/> can be called more than once.</summary>
    public abstract bool CanReopen { get; }

    /// <summary>Gets how many bytes there are, when that can be known without reading them.</summary>
    /// <exception cref="ImageInputException">The picture cannot be read.</exception>
    public abstract long? Length { get; }

    /// <summary>Opens the picture from its beginning. Disposing of the stream leaves a caller's stream open.</summary>
    /// <exception cref="ImageInputException">The picture cannot be read.</exception>
    public abstract Stream Open();

    /// <summary>Reads the first bytes, as many as there are and fit; they will come again.</summary>
    /// <returns>How many were read.</returns>
    /// <exception cref="ImageInputException">The picture cannot be read.</exception>
    public virtual async ValueTask<int> PeekAsync(Memory<byte> head, CancellationToken cancellationToken)
    {
        using var stream = Open();

        return await FillAsync(stream, head, cancellationToken).ConfigureAwait(false);
    }

    protected static async ValueTask<int> FillAsync(
        Stream stream, Memory<byte> head, CancellationToken cancellationToken)
    {
        var length = 0;
        int read;
        do
        {
            read = await stream.ReadAsync(head.Slice(length), cancellationToken).ConfigureAwait(false);
            length += read;
        }
        while (read > 0 && length < head.Length);

        return length;
    }
}
