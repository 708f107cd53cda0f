namespace OpenAIImages.Tests.Conventions;

/// <summary>The repository's own files.</summary>
internal static class Sources
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> CSharp(params string[] folders)
        => folders.SelectMany(folder => Directory.EnumerateFiles(
            Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories));

    // Release builds hide the source path that the compiler knows, but the program knows its own folder.
    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "OpenAIImages.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("These tests need the repository.");
        }

        return directory.FullName;
    }
}
