using OpenAIImages.Tests.Conventions;

namespace Docs.Conventions;

/// <summary>The page of models equals the catalogue.</summary>
public sealed class ModelsPageTests
{
    private const string Command = "DOCS_WRITE=1 dotnet test --project tests/OpenAIImages.Docs.Tests";

    [Fact]
    public void The_page_of_models_equals_the_catalogue()
    {
        var path = Path.Combine(Sources.Root, "docs", "models.md");
        var page = ModelsPage.Write(Command);
        if (Environment.GetEnvironmentVariable("DOCS_WRITE") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.Equal(page, File.ReadAllText(path));
    }
}
