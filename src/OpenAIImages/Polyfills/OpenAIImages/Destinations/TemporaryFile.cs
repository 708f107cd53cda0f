namespace OpenAIImages.Destinations;

/// <summary>Files that are to take the place of others.</summary>
/// <remarks>Permissions cannot be read here without native code, so that a file gets those of any new one.</remarks>
internal static class TemporaryFile
{
    private const int NoBuffer = 1;

    public static FileStream Create(string path, string? model)
    {
        _ = model;

        return new FileStream(
            path,
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None,
            NoBuffer,
            FileOptions.Asynchronous | FileOptions.SequentialScan);
    }

    public static string Follow(string path) => path;
}
