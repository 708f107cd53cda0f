using Catalogue;

namespace OpenAIImages.Samples.Tests.Catalogues;

/// <summary>A folder with a file of products, for one test.</summary>
internal sealed class CatalogueFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("catalogue-").FullName;

    /// <summary>Gets the folder of the pictures.</summary>
    public string Pictures => Path.Combine(_root, "pictures");

    /// <summary>Gets the file of products.</summary>
    public string Products => Path.Combine(_root, "products.csv");

    public CatalogueSettings Settings(
        string products,
        string prompt = "a {name}",
        string name = "{id}",
        int? limit = null,
        ImageModel? model = null,
        bool repeatUnknown = false)
    {
        File.WriteAllText(Products, products);

        return new CatalogueSettings
        {
            File = Products,
            Folder = Pictures,
            Prompt = prompt,
            Name = name,
            Limit = limit,
            Model = model ?? ImageModel.GptImage2,
            Parallel = 2,
            RepeatUnknown = repeatUnknown,
        };
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
