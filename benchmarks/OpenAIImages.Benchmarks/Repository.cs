namespace OpenAIImages.Benchmarks;

/// <summary>The paths in the repository that the suite reads and writes.</summary>
internal static class Repository
{
    /// <summary>Gets the path of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Gets the folder for raw results, one for each build of the client; it is not committed.</summary>
    public static string RawResults => Path.Combine(Root, "artifacts", "benchmarks", LibraryBuild.Name ?? "default");

    /// <summary>Gets the folder for the committed pages.</summary>
    public static string Pages => Path.Combine(Root, "benchmarks", "OpenAIImages.Benchmarks", "results");

    /// <summary>Gets the path of the plot.</summary>
    public static string Plot => Path.Combine(Root, "docs", "benchmarks.svg");

    /// <summary>Gets the path of the repository's README.</summary>
    public static string Readme => Path.Combine(Root, "README.md");

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "OpenAIImages.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The suite needs the repository.");
        }

        return directory.FullName;
    }
}
