namespace OpenAIImages.Destinations;

/// <summary>Creates files that replace others.</summary>
internal static class TemporaryFile
{
    // The bytes come in large pieces already. A buffer would only copy them.
    private const int NoBuffer = 1;

    /// <summary>Creates an empty file, which has the permissions of another file from the first moment on.</summary>
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

        // The mask of the process has taken some permissions away.
        File.SetUnixFileMode(stream.SafeFileHandle, mode);

        return stream;
    }

    /// <summary>Returns the file that a path leads to in the end, through symbolic links.</summary>
    public static string Follow(string path)
        => new FileInfo(path).LinkTarget is null
            ? path
            : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
}
