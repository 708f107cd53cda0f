using System.Globalization;

namespace OpenAIImages.Destinations;

/// <summary>Puts images in a directory, each under a name of its own.</summary>
internal sealed class DirectoryDestination(string path, Func<ImageArrival, string>? name, IDestinationLog? log = null)
    : ImageDestination
{
    // By way of a file in it, so that "out" and "out/" are one directory.
    private readonly string _root = Path.GetDirectoryName(Path.GetFullPath(Path.Combine(path, "image")))!;

    // Many calls may end within a second, and their images are not to be mixed up.
    private readonly string _stem = string.Format(
        CultureInfo.InvariantCulture,
        "image-{0:yyyyMMdd-HHmmss}-{1}",
        DateTime.UtcNow,
        Guid.NewGuid().ToString("N").Substring(0, 12));

    private (ImageArrival Arrival, string Name)? _tried;

    /// <summary>Makes a destination whose names are a name and the place of each image.</summary>
    /// <param name="path">The directory; made if it does not exist.</param>
    /// <param name="name">The name.</param>
    /// <param name="count">How many images there are; all places have as many digits as it.</param>
    /// <exception cref="ImageDestinationException">The directory cannot be made.</exception>
    public static DirectoryDestination Numbered(string path, string name, int count)
    {
        var digits = "D" + count.ToString(CultureInfo.InvariantCulture).Length.ToString(CultureInfo.InvariantCulture);
        var destination = new DirectoryDestination(
            path, arrival => $"{name}-{(arrival.Index + 1).ToString(digits, CultureInfo.InvariantCulture)}");
        destination.Prepare();

        return destination;
    }

    internal override ImageDestination Begin(ImageRequest request, IDestinationLog? callLog)
    {
        Prepare();

        return new DirectoryDestination(_root, name, callLog) { _tried = TryRule(FileTarget.ExpectedOf(request)) };
    }

    internal override ValueTask<DestinationEntry> OpenAsync(ImageArrival arrival, CancellationToken cancellationToken)
    {
        var place = FileTarget.InDirectory(_root, FileNames.Clean(NameOf(arrival)), arrival.MediaType);

        return new(new FileEntry(AtomicFile.Create(place)));
    }

    private void Prepare()
    {
        try
        {
            System.IO.Directory.CreateDirectory(_root);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ImageDestinationException(_root, e.Message, e);
        }

        AtomicFile.EnsureWritable(new FileTarget(_root, FileNames.Fallback, ImageMediaType.Png.FileExtension));
    }

    // A rule that fails for the first image is found out while that costs nothing.
    private (ImageArrival Arrival, string Name)? TryRule(ImageMediaType expected)
    {
        if (name is null)
        {
            return null;
        }

        var arrival = new ImageArrival(0, expected);
        string? chosen;
        try
        {
            chosen = name(arrival);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new ImageDestinationException(_root, $"the function that names images fails: {e.Message}", e);
        }

        return FileNames.FaultIn(chosen) is { } fault
            ? throw new ImageDestinationException(_root, fault)
            : (arrival, chosen);
    }

    // By now the image is paid for, and no rule may lose it.
    private string? NameOf(ImageArrival arrival)
    {
        if (name is null)
        {
            return DefaultName(arrival);
        }

        if (_tried is { } tried && tried.Arrival == arrival)
        {
            _tried = null;

            return tried.Name;
        }

        try
        {
            return name(arrival);
        }
        catch (Exception e)
        {
            log?.NamingFailed(e.GetType().Name);

            return DefaultName(arrival);
        }
    }

    private string DefaultName(ImageArrival arrival)
        => string.Format(CultureInfo.InvariantCulture, "{0}-{1:00}", _stem, arrival.Index + 1);
}
