using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OpenAIImages.Emulator.Errors;

/// <summary>The refusals that concern stored files, in the service's own words if they are known.</summary>
internal static class StoredFileRefusals
{
    /// <param name="id">The id in the request.</param>
    /// <param name="name">The field or the part of the address that had the id.</param>
    public static ApiException NotFound(string id, string name = "id")
        => new(new ApiError($"No such File object: {Refusals.Shorten(id)}")
        {
            Status = StatusCodes.Status404NotFound,
            Param = name,
        });

    public static ApiException MissingPurpose()
        => new(new ApiError("'purpose' is a required property") { Param = "purpose" });

    public static ApiException BadPurpose(string given, IReadOnlyList<string> supported)
    {
        var list = string.Join(", ", supported.Select(purpose => $"'{purpose}'"));

        return new(new ApiError($"'{Refusals.Shorten(given)}' is not one of [{list}] - 'purpose'")
        {
            Param = "purpose",
        });
    }

    /// <summary>Refuses the input of a batch because of its file extension.</summary>
    public static ApiException NotLines()
        => new(new ApiError("Invalid file format for Batch API. Must be .jsonl"));

    public static ApiException NotReadable(string purpose)
        => new(new ApiError($"Not allowed to download files of purpose: {purpose}"));

    public static ApiException TooLong(long most)
        => new(new ApiError(string.Create(
            CultureInfo.InvariantCulture,
            $"The file is too large. It must have at most {most} bytes ({most / 1_048_576} MB)."))
        {
            Status = StatusCodes.Status413PayloadTooLarge,
            Param = "file",
        });
}
