using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OpenAIImages.Emulator.Errors;

/// <summary>The refusals that concern files, in the service's own words if they are known.</summary>
internal static class FileRefusals
{
    public static ApiException UnsupportedType(string name, string given, IReadOnlyList<string> supported)
        => Refusals.Refuse(
            name,
            "unsupported_file_mimetype",
            $"Invalid file '{name}': unsupported mimetype ('{Refusals.Shorten(given)}'). " +
            $"Supported file formats are {Refusals.Enumerate(supported)}.");

    public static ApiException MissingType(string name)
        => Refusals.Refuse(
            name,
            "missing_file_mimetype",
            $"Invalid file '{name}': failed to determine mimetype. Ensure you are providing the file's mimetype as " +
            "part of the 'Content-Type' header.");

    /// <param name="name">The field.</param>
    /// <param name="number">The number of the picture, from 1 on.</param>
    public static ApiException NotReadable(string name, int number)
    {
        var order = number.ToString(CultureInfo.InvariantCulture);

        return Refusals.UserError(
            name,
            "invalid_image_file",
            $"Invalid image file or mode for image {order}, please check your image file.");
    }

    public static ApiException TooLarge(string name, int megabytes)
        => Refusals.Refuse(
            name,
            "file_too_large",
            string.Create(
                CultureInfo.InvariantCulture, $"Invalid file '{name}': it must be less than {megabytes} MB."));

    public static ApiException NotSquare(string name)
        => Refusals.Refuse(name, "invalid_image_file", $"Invalid file '{name}': the picture must be square.");

    public static ApiException BadMask(string name, string fault)
        => Refusals.UserError(null, $"invalid_{name}_image_format", $"Invalid {name} image format - {fault}");

    public static ApiException TooManyPixels(string name, long most)
        => Refusals.Refuse(
            name,
            "image_too_large",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Invalid file '{name}': the pictures of this request have more than {most} pixels together."));

    public static ApiException NotFound(string name, string id)
        => new(new ApiError($"No such File object: {Refusals.Shorten(id)}")
        {
            Status = StatusCodes.Status404NotFound,
            Param = name,
            Code = "file_not_found",
        });

    public static ApiException Offline(string name)
        => Refusals.Refuse(
            name,
            "invalid_image_url",
            $"Error while downloading '{name}': the offline service has no network. Send the picture as a data: URL, " +
            "or a link to a picture that this service made.");

    public static ApiException BadDataUrl(string name)
        => Refusals.Refuse(
            name,
            "invalid_image_url",
            $"Invalid '{name}': expected an https URL or a base64-encoded data URL with an image MIME type.");
}
