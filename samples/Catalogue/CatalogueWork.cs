using OpenAIImages;

namespace Catalogue;

/// <summary>The work of a run: a request and a file for each product.</summary>
internal sealed class CatalogueWork
{
    private readonly Dictionary<string, string> _paths;

    private CatalogueWork(IReadOnlyList<ImageWorkItem> all, int limit, Dictionary<string, string> paths)
    {
        All = all;
        Items = [.. all.Take(limit)];
        _paths = paths;
    }

    /// <summary>Gets a request for each product, in the order of the file.</summary>
    public IReadOnlyList<ImageWorkItem> All { get; }

    /// <summary>Gets the requests that this run may send.</summary>
    public IReadOnlyList<ImageWorkItem> Items { get; }

    /// <summary>Reads the products and makes their requests, without sending them.</summary>
    /// <exception cref="CatalogueException">A product or a template cannot be used.</exception>
    public static CatalogueWork Read(CatalogueSettings settings)
    {
        var prompt = new ColumnTemplate("--prompt", settings.Prompt);
        var name = new ColumnTemplate("--name", settings.Name);
        var products = ProductFile.Read(settings.File, prompt.Columns.Concat(name.Columns));
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var product in products)
        {
            var file = FileName.From(name.Fill(product));
            if (file.Length == 0 || !lines.TryAdd(file, product.Line))
            {
                throw CatalogueException.At(
                    settings.File,
                    product.Line,
                    name.Columns is [var only] ? only : null,
                    file.Length == 0
                        ? "--name gives an empty file name."
                        : $"--name gives the file '{file}' twice; line {lines[file]} has it, too.");
            }

            paths.Add(product.Id, Path.Combine(settings.Folder, $"{file}.png"));
        }

        return new CatalogueWork(
            [
                .. products.Select(product => new ImageWorkItem(
                    product.Id,
                    new GenerateImageRequest(prompt.Fill(product))
                    {
                        Model = settings.Model,
                        Quality = settings.Quality,
                        Size = settings.Size,
                    })),
            ],
            settings.Limit ?? products.Count,
            paths);
    }

    /// <summary>Gets the file of a product.</summary>
    public string PathOf(string id) => _paths[id];

    /// <summary>Gets whether the whole picture of a product is on the disk.</summary>
    /// <remarks>An empty file only reserved the name for a picture that did not arrive.</remarks>
    public bool HasPicture(string id) => new FileInfo(PathOf(id)) is { Exists: true, Length: > 0 };
}
