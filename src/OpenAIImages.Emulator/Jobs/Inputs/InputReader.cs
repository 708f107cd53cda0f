using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Parameters;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>Finds the files of a request: parts of a form, or references in JSON.</summary>
/// <param name="fields">The fields of the request.</param>
/// <param name="references">Reads referenced files; <see langword="null"/> when the request is a form.</param>
internal sealed class InputReader(ParameterSet fields, ImageReferences? references)
{
    private const string FormType = "one of an array of files or file";

    /// <summary>Gets the field with the pictures.</summary>
    public string Images => references is null ? "image" : "images";

    /// <summary>Checks that the request has pictures, not too many, and each as a file in a form or a reference in
    /// JSON.</summary>
    /// <exception cref="ApiException">The request has no pictures, or too many, or a picture of another kind.
    /// </exception>
    public void CheckImages(int most)
    {
        var items = references is null ? CheckFormItems() : CheckReferences();
        if (items.Count > most)
        {
            throw Refusals.TooMany(Images, most, items.Count);
        }
    }

    /// <summary>Checks that a mask and a markup are files in a form or references in JSON.</summary>
    /// <exception cref="ApiException">The mask or the markup is of another kind.</exception>
    public void CheckOverlays()
    {
        foreach (var name in (string[])["mask", "markup"])
        {
            if (fields.Given(name) is { } given && (references is null ? given.File is null : given.Members is null))
            {
                throw Refusals.WrongType(
                    name, references is null ? "a file" : "an object", ParameterKinds.Describe(given.Kind));
            }
        }
    }

    /// <summary>Finds the pictures, in the order of the request; <see cref="CheckImages"/> must come first.</summary>
    /// <exception cref="ApiException">The file of a reference does not exist.</exception>
    public IReadOnlyList<(string Name, InputFile File)> ReadImages()
        => references is null
            ? [.. FormItems()!.Select(item => (Images, item.File!))]
            : [.. fields.Array(Images)!.Select((item, index) =>
                ($"{Images}[{index}]", references.Read(item, $"{Images}[{index}]")))];

    /// <summary>Finds a mask or a markup, if the request has one; <see cref="CheckOverlays"/> must come first.
    /// </summary>
    /// <exception cref="ApiException">The file of a reference does not exist.</exception>
    public InputFile? ReadOne(string name) => fields.Given(name) is not { } given ? null
        : references is not null ? references.Read(given, name)
        : given.File;

    private IReadOnlyList<Parameter>? FormItems() => fields.Given(Images) switch
    {
        null => null,
        { Kind: ParameterKind.Array } array => array.Items,
        var one => [one],
    };

    private IReadOnlyList<Parameter> CheckFormItems()
    {
        var items = FormItems() ?? throw Refusals.Missing(Images);

        return items.FirstOrDefault(item => item.File is null) is { } other
            ? throw Refusals.WrongType(Images, FormType, ParameterKinds.Describe(other.Kind))
            : items;
    }

    private IReadOnlyList<Parameter> CheckReferences()
    {
        var kind = fields.KindOf(Images) ?? throw Refusals.Missing(Images);
        if (kind != ParameterKind.Array)
        {
            throw Refusals.WrongType(Images, "an array of objects", ParameterKinds.Describe(kind));
        }

        var items = fields.Array(Images)!;
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index].Members is null)
            {
                throw Refusals.WrongType(
                    $"{Images}[{index}]", "an object", ParameterKinds.Describe(items[index].Kind));
            }
        }

        return items.Count > 0 ? items : throw Refusals.EmptyArray(Images);
    }
}
