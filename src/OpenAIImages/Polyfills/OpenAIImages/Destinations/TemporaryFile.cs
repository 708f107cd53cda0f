namespace OpenAIImages.Destinations;

/// <summary>Creates files that later replace others.</summary>
/// <remarks>Permissions cannot be read on this target without native code, so a file gets those of any new
/// file.</remarks>
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
