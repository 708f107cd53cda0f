using System.Runtime.CompilerServices;
using OpenAIImages.Budgets;

namespace OpenAIImages;

/// <summary>The base of decorators and fakes. It passes every operation to another client, unless a subclass overrides
/// the operation.</summary>
/// <remarks>
/// <para>A decorator overrides the operations that it changes. It does not own the inner client and never disposes of
/// it.</para>
/// <para>A fake passes no inner client and overrides the operations that a test needs; any other operation throws a
/// <see cref="NotSupportedException"/> that names the operation. The short forms of <see cref="ImageClientExtensions"/>
/// all call one of these six operations.</para>
/// </remarks>
public abstract class DelegatingImageClient : IImageClient, IRequestCompletion
{
    private readonly IImageClient? _inner;

    /// <summary>Makes a client without an inner client, for fakes.</summary>
    protected DelegatingImageClient()
    {
    }

    /// <summary>Makes a client in front of another one.</summary>
    /// <param name="inner">The client that does the work.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is <see langword="null"/>.</exception>
    protected DelegatingImageClient(IImageClient inner) => _inner = Guard.NotNull(inner);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">There is no inner client, and the method is not overridden.</exception>
    public virtual Task<ImageResult> GenerateAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => Inner().GenerateAsync(request, destination, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">There is no inner client, and the method is not overridden.</exception>
    public virtual Task<ImageResult> EditAsync(
        EditImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => Inner().EditAsync(request, destination, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">There is no inner client, and the method is not overridden.</exception>
    public virtual Task<ImageResult> CreateVariationAsync(
        CreateVariationRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => Inner().CreateVariationAsync(request, destination, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">There is no inner client, and the method is not overridden.</exception>
    public virtual IAsyncEnumerable<ImageStreamEvent> GenerateStreamingAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => Inner().GenerateStreamingAsync(request, destination, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">There is no inner client, and the method is not overridden.</exception>
    public virtual IAsyncEnumerable<ImageStreamEvent> EditStreamingAsync(
        EditImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => Inner().EditStreamingAsync(request, destination, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">There is no inner client, and the method is not overridden.</exception>
    public virtual Task<ImageOutput> DownloadAsync(
        ImageOutput image,
        ImageDestination destination,
        IProgress<ImageProgress>? progress = null,
        CancellationToken cancellationToken = default)
        => Inner().DownloadAsync(image, destination, progress, cancellationToken);

    int IRequestCompletion.MaxBilledAttempts => (_inner as IRequestCompletion)?.MaxBilledAttempts ?? 1;

    ImageRequest IRequestCompletion.Complete(ImageRequest request, ImageDestination? destination)
        => _inner is IRequestCompletion inner ? inner.Complete(request, destination) : request;

    private IImageClient Inner([CallerMemberName] string operation = "")
        => _inner ?? throw new NotSupportedException(
            $"{GetType().Name} has no inner client and does not override {operation}.");
}
