namespace OpenAIImages.Destinations;

/// <summary>Puts an image in a file, and further ones beside it.</summary>
internal sealed class FileDestination(string path) : ImageDestination
{
    internal override void Try(int count) => AtomicFile.Try(path);

    internal override ValueTask<DestinationEntry> OpenAsync(ImageArrival arrival, CancellationToken cancellationToken)
        => new(new FileEntry(FileNames.WithExtension(FileNames.Numbered(path, arrival.Index), arrival.MediaType)));
}
