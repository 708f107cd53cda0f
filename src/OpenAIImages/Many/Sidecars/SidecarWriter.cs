namespace OpenAIImages.Many.Sidecars;

/// <summary>Writes the sidecars of the images of a piece, and keeps the faults.</summary>
internal sealed class SidecarWriter(ImageManyOptions options)
{
    private readonly List<ImageSidecarException> _faults = [];

    /// <summary>Gets the sidecars that could not be written.</summary>
    public IReadOnlyList<ImageSidecarException> Faults => _faults;

    /// <summary>Writes one sidecar for each image that was saved to a file, if the job asks for it.</summary>
    public async Task WriteAsync(IReadOnlyList<ImageOutput> images, ImageRequest request, ImageResult? result)
    {
        foreach (var image in images)
        {
            if (!options.Sidecars || image.SavedPath is not { } path)
            {
                continue;
            }

            try
            {
                await ImageSidecar
                    .WriteAsync(
                        path, image, request, result, options.Prices, options.TimeProvider, CancellationToken.None)
                    .ConfigureAwait(false);
            }
            catch (ImageSidecarException e)
            {
                _faults.Add(e);
            }
        }
    }
}
