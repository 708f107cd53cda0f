using System.Text.Json;
using Microsoft.Net.Http.Headers;
using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Parameters;

/// <summary>Reads the fields of a request whose body is JSON.</summary>
internal static class JsonParameters
{
    private const string MediaType = "application/json";

    // Sixteen pictures and every field of the schema are fewer than a hundred values.
    private const int MostValues = 100_000;

    /// <param name="contentType">The Content-Type header, if the request has one.</param>
    /// <param name="body">The whole body.</param>
    /// <exception cref="ApiException">The body is not a JSON object, or its content type is not JSON.</exception>
    public static ParameterSet Read(string? contentType, ReadOnlyMemory<byte> body)
    {
        if (body.Length > 0 && !IsJson(contentType))
        {
            throw new ApiException(RequestRefusals.WrongContentType(contentType, MediaType));
        }

        try
        {
            CountValues(body.Span);
            using var document = JsonDocument.Parse(body);
            var root = Convert(document.RootElement, new FieldPath(null, ""));

            return root.Members ?? throw NotAnObject(root.Kind);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A string with invalid UTF-8 or half a surrogate pair gives InvalidOperationException.
            throw new ApiException(RequestRefusals.NotJson);
        }
    }

    private static bool IsJson(string? contentType)
        => MediaTypeHeaderValue.TryParse(contentType, out var parsed)
            && parsed.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase);

    private static ApiException NotAnObject(ParameterKind actual) => new(new ApiError(
        $"Invalid type for the request body: expected an object, but got {ParameterKinds.Describe(actual)} instead.")
    {
        Code = "invalid_type",
    });

    // A value of two bytes becomes an object of a hundred, so a large body must not consist of small values.
    private static void CountValues(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        for (var values = 0; reader.Read();)
        {
            if (++values > MostValues)
            {
                throw new ApiException(RequestRefusals.TooManyValues);
            }
        }
    }

    private static Parameter Convert(JsonElement element, FieldPath path) => element.ValueKind switch
    {
        JsonValueKind.String => new(ParameterKind.String, element.GetString()!),
        JsonValueKind.Number => Number(element.GetRawText()),
        JsonValueKind.True => new(ParameterKind.Boolean, "true"),
        JsonValueKind.False => new(ParameterKind.Boolean, "false"),
        JsonValueKind.Array => new(ParameterKind.Array) { Items = Items(element, path) },
        JsonValueKind.Object => new(ParameterKind.Object, Members: Members(element, path)),
        _ => new(ParameterKind.Null),
    };

    private static Parameter Number(string digits)
        => new(digits.AsSpan().ContainsAny('.', 'e', 'E') ? ParameterKind.Decimal : ParameterKind.Integer, digits);

    private static Parameter[] Items(JsonElement element, FieldPath path) =>
    [
        .. element.EnumerateArray().Select((item, index) => Convert(
            item, path.Index is null ? path with { Index = index } : new FieldPath(path, "", index)))
    ];

    private static ParameterSet Members(JsonElement element, FieldPath path)
    {
        var around = path is { Parent: null, Name: "", Index: null } ? null : path;
        var members = new ParameterSet(around);
        foreach (var property in element.EnumerateObject())
        {
            members.Set(property.Name, Convert(property.Value, new FieldPath(around, property.Name)));
        }

        return members;
    }
}
