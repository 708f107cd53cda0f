namespace OpenAIImages.Destinations;

/// <summary>Files that are to take the place of others.</summary>
internal static class TemporaryFile
{
    // What is written comes in large pieces already; a buffer would only copy them.
    private const int NoBuffer = 1;

    /// <summary>Makes an empty file to be written to, with the permissions of another from the first moment
    /// on.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The file whose permissions it gets, if there is one.</param>
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

        // The process's mask took some away.
        File.SetUnixFileMode(stream.SafeFileHandle, mode);

        return stream;
    }

    /// <summary>Gets the file that a path leads to in the end, through symbolic links.</summary>
    public static string Follow(string path)
        => new FileInfo(path).LinkTarget is null
            ? path
            : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
}
