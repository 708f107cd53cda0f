namespace OpenAIImages.Tests.Support;

/// <summary>Prints the files that a test leaves on the disk.</summary>
internal static class Listing
{
    private const int Most = 20;

    /// <summary>Prints the files of a directory with their lengths, under the name of the running test.</summary>
    public static void Print(ITestOutputHelper output, TemporaryDirectory directory)
    {
        output.WriteLine(TestContext.Current.Test?.TestDisplayName ?? "");
        foreach (var file in directory.Files.Take(Most))
        {
            output.WriteLine($"    {new FileInfo(directory.At(file)).Length,8} {Shorten(file)}");
        }

        if (directory.Files.Length is > Most and var count)
        {
            output.WriteLine($"    and {count - Most} more");
        }
    }

    private static string Shorten(string name) => name.Length <= 60 ? name : $"{name[..20]}...{name[^20..]}";
}
