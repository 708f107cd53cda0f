using System.Globalization;

namespace OpenAIImages.Destinations;

/// <summary>Puts images in a directory, each under a name of its own.</summary>
internal sealed class DirectoryDestination(string path, Func<ImageArrival, string>? name) : ImageDestination
{
    // By way of a file in it, so that "out" and "out/" are one directory.
    private readonly string _root = Path.GetDirectoryName(Path.GetFullPath(Path.Combine(path, "image")))!;

    internal override void Try(int count)
    {
        try
        {
            System.IO.Directory.CreateDirectory(_root);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ImageDestinationException(_root, e.Message, e);
        }

        AtomicFile.Try(Path.Combine(_root, "image"));
    }

    internal override ValueTask<DestinationEntry> OpenAsync(ImageArrival arrival, CancellationToken cancellationToken)
    {
        var chosen = (name ?? DefaultName)(arrival);
        var file = Path.GetFullPath(Path.Combine(_root, FileNames.WithExtension(chosen, arrival.MediaType)));
        if (Path.GetDirectoryName(file) != _root)
        {
            throw new ImageDestinationException(_root, "the name chosen for the image leaves the directory.");
        }

        return new ValueTask<DestinationEntry>(new FileEntry(file));
    }

    // Many calls may end within a second; a name that came twice would cost a paid image.
    private static string DefaultName(ImageArrival arrival) => string.Format(
        CultureInfo.InvariantCulture,
        "image-{0:yyyyMMdd-HHmmss}-{1}-{2}",
        DateTime.UtcNow,
        Guid.NewGuid().ToString("N").Substring(0, 12),
        arrival.Index + 1);
}
