using System.Runtime.CompilerServices;

namespace OpenAIImages.Tests.Conventions;

/// <summary>The repository's own files.</summary>
internal static class Sources
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> CSharp(params string[] folders)
        => folders.SelectMany(folder => Directory.EnumerateFiles(
            Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories));

    // Where this file was compiled from; found from the program's place when the build hides paths.
    private static string FindRoot([CallerFilePath] string path = "")
    {
        var directory = new DirectoryInfo(File.Exists(path) ? Path.GetDirectoryName(path)! : AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "OpenAIImages.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("These tests want the repository.");
        }

        return directory.FullName;
    }
}
