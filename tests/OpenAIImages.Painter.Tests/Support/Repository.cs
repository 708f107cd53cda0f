namespace OpenAIImages.Painter.Tests.Support;

/// <summary>Finds the sources of these tests, since the compiler's paths are not real on a build server.</summary>
internal static class Repository
{
    private const string Tests = "tests/OpenAIImages.Painter.Tests";

    public static string PathOf(string file) => Path.Combine(FindRoot(AppContext.BaseDirectory), Tests, file);

    private static string FindRoot(string folder)
        => File.Exists(Path.Combine(folder, "OpenAIImages.sln"))
            ? folder
            : FindRoot(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No OpenAIImages.sln."));
}
