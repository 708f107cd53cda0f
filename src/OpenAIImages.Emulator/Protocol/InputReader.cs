using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Protocol;

/// <summary>Finds the files of a request: parts of a form, or references in JSON.</summary>
/// <param name="fields">The fields of the request.</param>
/// <param name="references">Follows references; <see langword="null"/> when the request is a form.</param>
internal sealed class InputReader(ParameterSet fields, ImageReferences? references)
{
    private const string FormType = "one of an array of files or file";

    /// <summary>Gets the field with the pictures.</summary>
    public string Images => references is null ? "image" : "images";

    /// <summary>Finds the pictures, in the order in which they came.</summary>
    /// <exception cref="ApiException">There are none, or too many, or they are no files.</exception>
    public IReadOnlyList<(string Name, InputFile File)> ReadImages(int most)
    {
        var items = references is null ? FormItems() : fields.Array(Images);
        if (items is null or [])
        {
            throw Refusals.Missing(Images);
        }

        return items.Count > most
            ? throw Refusals.TooMany(Images, most, items.Count)
            : [.. items.Select((item, index) => ReadImage(item, index))];
    }

    /// <summary>Finds a single file, if it was sent.</summary>
    /// <exception cref="ApiException">It is no file.</exception>
    public InputFile? ReadOne(string name) => fields.Given(name) is not { } given ? null
        : references is not null ? references.Read(given, name)
        : given.File ?? throw Refusals.WrongType(name, "a file", ParameterKinds.Describe(given.Kind));

    private IReadOnlyList<Parameter>? FormItems() => fields.Given(Images) switch
    {
        null => null,
        { Kind: ParameterKind.Array } array => array.Items,
        var one => [one],
    };

    private (string Name, InputFile File) ReadImage(Parameter item, int index)
    {
        if (references is null)
        {
            return (Images, item.File
                ?? throw Refusals.WrongType(Images, FormType, ParameterKinds.Describe(item.Kind)));
        }

        var name = $"{Images}[{index}]";

        return (name, references.Read(item, name));
    }
}
