using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OpenAIImages.Emulator.Errors;

/// <summary>The refusals that concern batches, in the service's own words if they are known.</summary>
internal static class BatchRefusals
{
    /// <param name="id">The id in the request.</param>
    /// <param name="name">The field or the part of the address that had the id.</param>
    public static ApiException NotFound(string id, string? name = null)
        => new(new ApiError($"No such Batch object: {Refusals.Shorten(id)}")
        {
            Status = StatusCodes.Status404NotFound,
            Param = name,
        });

    public static ApiException NoInput(string id)
        => new(new ApiError($"No such File object: {Refusals.Shorten(id)}") { Param = "input_file_id" });

    public static ApiException WrongPurpose(string purpose)
        => new(new ApiError($"The input file must have the purpose 'batch', but it has the purpose '{purpose}'.")
        {
            Param = "input_file_id",
        });

    public static ApiException CannotCancel(string status)
        => new(new ApiError($"Cannot cancel a batch with status '{status}'.")
        {
            Status = StatusCodes.Status409Conflict,
        });

    public static ApiException TooManyNotes(int most, int given)
        => Refusals.Refuse("metadata", "object_above_max_properties", string.Create(
            CultureInfo.InvariantCulture,
            $"Invalid 'metadata': too many properties. Expected an object with at most {most} properties, but got an " +
            $"object with {given} properties instead."));
}
