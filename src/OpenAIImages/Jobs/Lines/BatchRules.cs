using System.Text.Json;
using OpenAIImages.Many.Running;

namespace OpenAIImages.Jobs;

/// <summary>Finds the features of a piece that a single call has and a batch does not have.</summary>
internal static class BatchRules
{
    private static readonly string[] StreamFields = ["stream", "partial_images"];

    /// <summary>Finds the fault of a piece.</summary>
    /// <returns>The fault, in a sentence that names the property; <see langword="null"/> when there is no
    /// fault.</returns>
    public static string? FaultIn(ImageWorkItem item)
    {
        var request = item.Request;
        var most = CallSplit.MaxImages(request);

        return Guard.HalfPairIn(item.Id) is >= 0 and var at
                ? $"its id holds half of a surrogate pair at index {at}."
            : request.PartialImages is > 0
                ? $"it has {nameof(request.PartialImages)}, and a batch does not stream."
            : Array.Find(StreamFields, name => IsSet(request.Extra, name)) is { } field
                ? $"its {nameof(request.Extra)} has '{field}', and a batch does not stream."
            : request.Headers.Count > 0
                ? $"it has {nameof(request.Headers)}, and a request of a batch has no headers."
            : request.Timeout is not null
                ? $"it has a {nameof(request.Timeout)}, and {nameof(ImageBatchOptions.CompletionWindow)} decides."
            : request.Count > most
                ? $"it asks for {request.Count} images, and one request gives {most}: make several pieces of it."
            : null;
    }

    private static bool IsSet(ExtraFields fields, string name)
        => fields.TryGetValue(name, out var value)
            && value.ValueKind is not (JsonValueKind.False or JsonValueKind.Null)
            && !(value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number == 0);
}
