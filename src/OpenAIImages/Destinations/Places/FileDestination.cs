namespace OpenAIImages.Destinations;

/// <summary>Saves an image to a file, and further images beside it.</summary>
internal sealed class FileDestination(string path, ExistingFile existing, IDestinationLog? log = null)
    : ImageDestination
{
    private bool _isPrepared;
    private int _isReplaced;

    /// <summary>Gets the extension of the caller's path if it belongs to an image format; otherwise an empty
    /// text.</summary>
    public string Extension => FileTarget.ExtensionOf(path);

    internal override ImageDestination Prepare(ImageRequest request, IDestinationLog? callLog)
    {
        var whole = Path.GetFullPath(path);
        if (Path.GetFileName(whole).Length == 0 || System.IO.Directory.Exists(whole))
        {
            throw new ImageDestinationException(
                whole, $"it is a directory. {nameof(ImageDestination)}.{nameof(Directory)} puts images in one.");
        }

        var target = FileTarget.FromPath(path, FileTarget.ExpectedOf(request));
        if (FileNames.LengthOf(target.Stem + target.Extension) > FileNames.MaxNameBytes)
        {
            throw new ImageDestinationException(
                whole, $"its name is longer than {FileNames.MaxNameBytes} bytes, extension included.");
        }

        if (existing == ExistingFile.Refuse)
        {
            EnsureFree(target.PathWithNumber(1));
        }

        AtomicFile.EnsureWritable(target, existing == ExistingFile.Replace);

        return new FileDestination(path, existing, callLog) { _isPrepared = true };
    }

    internal override ValueTask<DestinationEntry> OpenAsync(ImageArrival arrival, CancellationToken cancellationToken)
    {
        if (Extension is { Length: > 0 } asked && !FileTarget.Fits(asked, arrival.MediaType))
        {
            log?.SavedAsOther(arrival.MediaType, arrival.MediaType.FileExtension, asked);
        }

        // One image of a call may replace the file. No other image of the call may replace that image.
        var replaces = existing == ExistingFile.Replace && arrival.Index == 0
            && !(_isPrepared && Interlocked.Exchange(ref _isReplaced, 1) == 1);

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
