namespace OpenAIImages.Tests.Conventions;

/// <summary>The tests of the client have the folders of the client.</summary>
public sealed class TestFolderTests
{
    private const int MostFiles = 15;

    private static readonly string Tests = Path.Combine(Sources.Root, "tests", "OpenAIImages.Tests");

    // These folders hold no tests of a folder of the client.
    private static readonly string[] OwnFolders = ["Conventions", "Snippets", "Support"];

    [Fact]
    public void Each_folder_of_these_tests_is_a_folder_of_the_client()
    {
        var folders = Folders().Where(folder => !OwnFolders.Contains(folder.Split(Path.DirectorySeparatorChar)[0]));

        Assert.NotEmpty(folders);
        Assert.All(
            folders,
            folder => Assert.True(Directory.Exists(Path.Combine(Sources.Root, "src", "OpenAIImages", folder)), folder));
    }

    [Fact]
    public void Each_folder_of_these_tests_has_at_most_fifteen_files()
        => Assert.DoesNotContain(Folders(), folder => FilesOf(folder).Count() > MostFiles);

    private static IEnumerable<string> Folders()
        => Directory.EnumerateDirectories(Tests, "*", SearchOption.AllDirectories)
            .Select(folder => Path.GetRelativePath(Tests, folder))
            .Where(folder => FilesOf(folder).Any());

    private static IEnumerable<string> FilesOf(string folder)
        => Directory.EnumerateFiles(Path.Combine(Tests, folder), "*.cs");
}
