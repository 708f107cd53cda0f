namespace OpenAIImages.Destinations;

/// <summary>Creates files that replace other files.</summary>
internal static class TemporaryFile
{
    // The bytes already come in large parts. A buffer would only copy them.
    private const int NoBuffer = 1;

    /// <summary>Creates an empty file that has the permissions of another file from the start.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The file whose permissions the new file gets, if there is one.</param>
    public static FileStream Create(string path, string? model)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = NoBuffer,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        };
        if (OperatingSystem.IsWindows() || !File.Exists(model))
        {
            return new FileStream(path, options);
        }

        var mode = File.GetUnixFileMode(model);
        options.UnixCreateMode = mode;
        var stream = new FileStream(path, options);

        // The mask of the process has removed some permissions.
        File.SetUnixFileMode(stream.SafeFileHandle, mode);

        return stream;
    }

    /// <summary>Returns the final target of a path, through all symbolic links.</summary>
    public static string Follow(string path)
        => new FileInfo(path).LinkTarget is null
            ? path
            : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
}
