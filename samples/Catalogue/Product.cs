namespace Catalogue;

/// <summary>A product: one record of the CSV file.</summary>
/// <param name="Line">The line of the file, from 1, at which the record begins.</param>
/// <param name="Fields">The fields by the names of their columns.</param>
internal sealed record Product(int Line, IReadOnlyDictionary<string, string> Fields)
{
    public const string IdColumn = "id";

    public string Id => Fields[IdColumn];
}
