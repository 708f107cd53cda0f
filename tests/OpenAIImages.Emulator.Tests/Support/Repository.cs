namespace OpenAIImages.Emulator.Tests.Support;

/// <summary>The folder of the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    private static string FindRoot(string folder)
        => File.Exists(Path.Combine(folder, "OpenAIImages.sln"))
            ? folder
            : FindRoot(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No OpenAIImages.sln."));
}
