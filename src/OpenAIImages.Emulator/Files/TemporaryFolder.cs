namespace OpenAIImages.Emulator.Files;

/// <summary>A folder that the emulator removes at its end.</summary>
/// <remarks>When the emulator is killed, the next one removes the folder. A file in the folder is locked while the
/// emulator runs. A folder with an unlocked file has no owner.</remarks>
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
        // The folder is removed while it is locked, so that no other emulator takes it for abandoned.
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
                // The folder has an owner, or belongs to another user, or another emulator is removing it.
            }
        }
    }

    // Another process may remove the file while it is open, but may not open it.
    private static FileStream Open(string folder, FileMode mode) => new(
        Path.Combine(folder, Lock),
        mode,
        FileAccess.ReadWrite,
        OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None);
}
