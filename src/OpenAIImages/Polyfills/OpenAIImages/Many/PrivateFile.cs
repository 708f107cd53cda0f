namespace OpenAIImages.Many.Journals;

/// <summary>Opens files of a journal.</summary>
/// <remarks>Permissions cannot be set on this target without native code, so a file gets those of any new
/// file.</remarks>
internal static class PrivateFile
{
    private const int NoBuffer = 1;

    public static FileStream Open(string path, FileShare share)
        => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share, NoBuffer);
}
