namespace OpenAIImages.Benchmarks;

/// <summary>The places of the repository that the suite reads and writes.</summary>
internal static class Repository
{
    /// <summary>Gets the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Gets where raw results are kept, those of each build of the client apart. Not committed.</summary>
    public static string RawResults => Path.Combine(Root, "artifacts", "benchmarks", LibraryBuild.Name ?? "default");

    /// <summary>Gets where the pages go that are committed.</summary>
    public static string Pages => Path.Combine(Root, "benchmarks", "OpenAIImages.Benchmarks", "results");

    /// <summary>Gets the plot.</summary>
    public static string Plot => Path.Combine(Root, "docs", "benchmarks.svg");

    /// <summary>Gets the page that everybody reads first.</summary>
    public static string Readme => Path.Combine(Root, "README.md");

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "OpenAIImages.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The suite wants the repository.");
        }

        return directory.FullName;
    }
}
