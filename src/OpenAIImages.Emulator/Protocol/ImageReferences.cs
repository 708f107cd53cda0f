using System.Buffers;
using System.Buffers.Text;
using System.Text;
using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Protocol;

/// <summary>Follows what a JSON edit says instead of sending files: links, data URLs, names of stored files.</summary>
/// <param name="findOwn">Finds a picture of this service by a link to it; <see langword="null"/> for other links.
/// </param>
internal sealed class ImageReferences(Func<string, InputFile?> findOwn)
{
    private const int LongestLink = 20_971_520;
    private const string Data = "data:";
    private const string Marker = ";base64,";

    /// <exception cref="ApiException">It is no reference, or leads nowhere.</exception>
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
            (null, { } id) => throw FileRefusals.NotFound(name + ".file_id", id),
            _ => throw Refusals.InvalidValue(name, $"'{name}' must have exactly one of 'image_url' and 'file_id'."),
        };
    }

    private InputFile Follow(string link, string name)
        => link.Length > LongestLink ? throw Refusals.TooLong(name, LongestLink, link.Length)
            : link.StartsWith(Data, StringComparison.OrdinalIgnoreCase)
                ? TryDecode(link) ?? throw FileRefusals.BadDataUrl(name)
            : !IsWebLink(link) ? throw FileRefusals.BadDataUrl(name)
            : findOwn(link) ?? throw FileRefusals.Offline(name);

    private static bool IsWebLink(string link)
        => Uri.TryCreate(link, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    /// <summary>Reads a file out of a data URL.</summary>
    /// <returns>The file, or <see langword="null"/> when the link is no data URL of an image in base64.</returns>
    public static InputFile? TryDecode(string link)
    {
        var marker = link.IndexOf(Marker, StringComparison.OrdinalIgnoreCase);
        if (marker < Data.Length
            || !link.StartsWith(Data, StringComparison.OrdinalIgnoreCase)
            || !link.AsSpan(Data.Length).StartsWith("image/", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // The end is where the base64 was: decoded in place, the picture takes no further room.
        var bytes = Encoding.UTF8.GetBytes(link, marker + Marker.Length, link.Length - marker - Marker.Length);

        return Base64.DecodeFromUtf8InPlace(bytes, out var written) == OperationStatus.Done
            ? new InputFile(link[Data.Length..marker].Split(';')[0], bytes.AsMemory(0, written))
            : null;
    }
}
