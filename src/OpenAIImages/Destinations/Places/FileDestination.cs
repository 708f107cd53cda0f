namespace OpenAIImages.Destinations;

/// <summary>Puts an image in a file, and further ones beside it.</summary>
internal sealed class FileDestination(string path, ExistingFile existing, IDestinationLog? log = null)
    : ImageDestination
{
    private bool _isOfOneCall;
    private int _isReplaced;

    /// <summary>Gets the extension that the caller gave, if it is one of an image format; else an empty text.</summary>
    public string Extension => FileTarget.ExtensionOf(path);

    internal override ImageDestination Begin(ImageRequest request, IDestinationLog? callLog)
    {
        var whole = Path.GetFullPath(path);
        if (Path.GetFileName(whole).Length == 0 || System.IO.Directory.Exists(whole))
        {
            throw new ImageDestinationException(
                whole, $"it is a directory. {nameof(ImageDestination)}.{nameof(Directory)} puts images in one.");
        }

        var place = FileTarget.FromPath(path, FileTarget.ExpectedOf(request));
        if (FileNames.LengthOf(place.Stem + place.Extension) > FileNames.MaxNameBytes)
        {
            throw new ImageDestinationException(
                whole, $"its name is longer than {FileNames.MaxNameBytes} bytes, extension included.");
        }

        if (existing == ExistingFile.Refuse)
        {
            EnsureFree(place.At(1));
        }

        AtomicFile.EnsureWritable(place, existing == ExistingFile.Replace);

        return new FileDestination(path, existing, callLog) { _isOfOneCall = true };
    }

    internal override ValueTask<DestinationEntry> OpenAsync(ImageArrival arrival, CancellationToken cancellationToken)
    {
        if (Extension is { Length: > 0 } asked && !FileTarget.Fits(asked, arrival.MediaType))
        {
            log?.SavedAsOther(arrival.MediaType, arrival.MediaType.FileExtension, asked);
        }

        // One image of a call may take the place of the file; no other takes the place of that image.
        var replaces = existing == ExistingFile.Replace && arrival.Index == 0
            && !(_isOfOneCall && Interlocked.Exchange(ref _isReplaced, 1) == 1);

        return new(new FileEntry(AtomicFile.Create(
            FileTarget.FromPath(path, arrival.MediaType), arrival.Index + 1, replaces)));
    }

    private static void EnsureFree(string file)
    {
        if (System.IO.File.Exists(file) || System.IO.Directory.Exists(file))
        {
            throw new ImageDestinationException(
                file,
                $"there is a file of that name. {nameof(ExistingFile)}.{nameof(ExistingFile.Number)} saves the image " +
                $"beside it, {nameof(ExistingFile)}.{nameof(ExistingFile.Replace)} in its place.");
        }
    }
}
