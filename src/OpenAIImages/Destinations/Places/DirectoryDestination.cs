using System.Globalization;

namespace OpenAIImages.Destinations;

/// <summary>Saves images to a directory, each under its own name.</summary>
internal sealed class DirectoryDestination(string path, Func<ImageArrival, string>? name, IDestinationLog? log = null)
    : ImageDestination
{
    // The name of a file in the directory is cut off, so that "out" and "out/" give the same directory.
    private readonly string _root = Path.GetDirectoryName(Path.GetFullPath(Path.Combine(path, "image")))!;

    // Many calls may end within one second. The random digits tell their images apart.
    private readonly string _stem = string.Format(
        CultureInfo.InvariantCulture,
        "image-{0:yyyyMMdd-HHmmss}-{1}",
        DateTime.UtcNow,
        Guid.NewGuid().ToString("N").Substring(0, 12));

    private (ImageArrival Arrival, string Name)? _firstName;

    /// <summary>Makes a destination that names its images <c>name-1</c>, <c>name-2</c> and so on.</summary>
    /// <param name="path">The directory. It is created if it does not exist.</param>
    /// <param name="name">The name before the number.</param>
    /// <param name="count">The number of images. All numbers in names have as many digits as this number.</param>
    /// <exception cref="ImageDestinationException">The directory cannot be created.</exception>
    public static DirectoryDestination Numbered(string path, string name, int count)
    {
        var digits = "D" + count.ToString(CultureInfo.InvariantCulture).Length.ToString(CultureInfo.InvariantCulture);
        var destination = new DirectoryDestination(
            path, arrival => $"{name}-{(arrival.Index + 1).ToString(digits, CultureInfo.InvariantCulture)}");
        destination.EnsureWritable();

        return destination;
    }

    internal override ImageDestination Prepare(ImageRequest request, IDestinationLog? callLog)
    {
        EnsureWritable();

        return new DirectoryDestination(_root, name, callLog)
        {
            _firstName = ChooseFirstName(FileTarget.ExpectedOf(request)),
        };
    }

    internal override ValueTask<DestinationEntry> OpenAsync(ImageArrival arrival, CancellationToken cancellationToken)
    {
        var target = FileTarget.InDirectory(_root, FileNames.Clean(NameOf(arrival)), arrival.MediaType);

        return new(new FileEntry(AtomicFile.Create(target)));
    }

    private void EnsureWritable()
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

    // The user's function names the first image before anything is sent, so that a fault in it costs nothing.
    private (ImageArrival Arrival, string Name)? ChooseFirstName(ImageMediaType expected)
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

    // The image is paid for by now. An exception of the user's function must not lose it.
    private string? NameOf(ImageArrival arrival)
    {
        if (name is null)
        {
            return DefaultName(arrival);
        }

        if (_firstName is { } chosen && chosen.Arrival == arrival)
        {
            _firstName = null;

            return chosen.Name;
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
