using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Files;
using OpenAIImages.Emulator.Parameters;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>Reads the files that a JSON edit refers to: by links, data URLs or ids of stored files.</summary>
/// <param name="findOwn">Finds a picture of this service by its link; returns <see langword="null"/> for other links.
/// </param>
/// <param name="files">The stored files.</param>
internal sealed class ImageReferences(Func<string, InputFile?> findOwn, FileStore files)
{
    private const int LongestLink = 20_971_520;

    // No model accepts longer pictures, and a stored file may be ten times as long.
    private const int MegabytesOfPicture = 50;

    /// <exception cref="ApiException">The field is not a reference, or the file does not exist.</exception>
    public InputFile Read(Parameter reference, string name)
    {
        if (reference.Members is not { } members)
        {
            throw Refusals.WrongType(name, "an object", ParameterKinds.Describe(reference.Kind));
        }

        var unknown = members.Names.FirstOrDefault(other => other is not ("image_url" or "file_id"));
        if (unknown is not null)
        {
            throw Refusals.UnknownParameter($"{name}.{unknown}");
        }

        return (members.Text("image_url"), members.Text("file_id")) switch
        {
            ({ } link, null) => Follow(link, name + ".image_url"),
            (null, { } id) => Open(id, name + ".file_id"),
            _ => throw Refusals.InvalidValue(name, $"'{name}' must have exactly one of 'image_url' and 'file_id'."),
        };
    }

    private InputFile Open(string id, string name)
        => files.Find(id) is not { } file ? throw FileRefusals.NotFound(name, id)
            : file.Length >= MegabytesOfPicture * 1_024L * 1_024 ? throw FileRefusals.TooLarge(name, MegabytesOfPicture)
            : files.Read(file) is { } bytes ? new InputFile(file.MediaType, bytes, file.Name)
            : throw FileRefusals.NotFound(name, id);

    private InputFile Follow(string link, string name)
        => link.Length > LongestLink ? throw Refusals.TooLong(name, LongestLink, link.Length)
            : DataUrl.IsOne(link)
                ? DataUrl.Read(link) ?? throw FileRefusals.BadDataUrl(name)
            : !IsWebLink(link) ? throw FileRefusals.BadDataUrl(name)
            : findOwn(link) ?? throw FileRefusals.Offline(name);

    private static bool IsWebLink(string link)
        => Uri.TryCreate(link, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
