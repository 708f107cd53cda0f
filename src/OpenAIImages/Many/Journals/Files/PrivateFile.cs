namespace OpenAIImages.Many.Journals;

/// <summary>Opens files that only their owner may read.</summary>
internal static class PrivateFile
{
    // Each record is written in one step. A buffer would only copy it.
    private const int NoBuffer = 1;

    /// <summary>Opens a file, or creates a file that only its owner may read and write on Unix.</summary>
    public static FileStream Open(string path, FileShare share)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = share,
            BufferSize = NoBuffer,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
