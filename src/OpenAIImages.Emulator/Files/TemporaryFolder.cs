namespace OpenAIImages.Emulator.Files;

/// <summary>A folder that goes with the emulator, and with the next one where this one is killed.</summary>
/// <remarks>A file in it is locked as long as the emulator lives. A folder whose lock is free has no owner.</remarks>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "openai-images-emulator-";
    private const string Lock = "emulator.lock";

    private readonly FileStream _lock;

    public TemporaryFolder()
    {
        RemoveAbandoned();
        FullName = Directory.CreateTempSubdirectory(Prefix).FullName;
        _lock = Open(FullName, FileMode.CreateNew);
    }

    public string FullName { get; }

    public void Dispose()
    {
        // Removed while it is locked, so that nobody else takes it for abandoned meanwhile.
        Directory.Delete(FullName, recursive: true);
        _lock.Dispose();
    }

    private static void RemoveAbandoned()
    {
        foreach (var folder in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories(Prefix + "*").ToArray())
        {
            if (folder.LinkTarget is not null)
            {
                continue;
            }

            try
            {
                using (Open(folder.FullName, FileMode.Open))
                {
                    folder.Delete(recursive: true);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has an owner, or is somebody else's, or another emulator is removing it.
            }
        }
    }

    // Others may remove the file while it is open, and not open it.
    private static FileStream Open(string folder, FileMode mode) => new(
        Path.Combine(folder, Lock),
        mode,
        FileAccess.ReadWrite,
        OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None);
}
