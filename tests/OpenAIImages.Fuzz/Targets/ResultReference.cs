using System.Text.Json;

namespace OpenAIImages.Fuzz.Targets;

/// <summary>A whole reply, read by <c>JsonDocument</c>: slow, large and simple.</summary>
internal sealed class ResultReference
{
    private const int MostImages = 256;
    private const int MostMembers = 256;

    private static readonly string[] OtherNames =
        ["images", "image_urls", "urls", "url", "results", "image", "result", "output", "b64_json"];

    private readonly List<ReferencePicture> _images = [];
    private bool _hasData;

    /// <summary>Gets the pictures.</summary>
    public IReadOnlyList<byte[]?> Pictures => [.. _images.Select(image => image.Bytes)];

    /// <summary>Gets whether the reply cannot be read.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Gets whether this simple reading cannot decide how our parser should read the reply.</summary>
    public bool IsDoubtful { get; private set; }

    /// <summary>Gets whether the reply has an image to return.</summary>
    public bool HasImages
        => _hasData && _images.Exists(image => image.Bytes is not null || image.HasLink);

    /// <returns>The reading, or <see langword="null"/> when it is not JSON.</returns>
    public static ResultReference? TryRead(byte[] input)
    {
        var reading = new ResultReference();
        try
        {
            using var document = JsonDocument.Parse(input);
            reading.ReadRoot(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // The value is no valid text: half a surrogate pair, or bytes that are not UTF-8.
            reading.IsDoubtful = true;
        }

        return reading;
    }

    private void ReadRoot(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            IsDoubtful = true;

            return;
        }

        IsDoubtful |= root.EnumerateObject().Count() > MostMembers;
        foreach (var member in root.EnumerateObject())
        {
            if (member.NameEquals("data"))
            {
                ReadImages(member.Value);
            }
            else if (OtherNames.Contains(member.Name))
            {
                IsDoubtful = true;
            }
            else if (member.Value.ValueKind == JsonValueKind.Object)
            {
                IsDoubtful |= member.Value.EnumerateObject().Count() > MostMembers;
            }
        }
    }

    private void ReadImages(JsonElement data)
    {
        // A second list replaces an earlier one when its first image arrives.
        if (data.ValueKind == JsonValueKind.Array && data.GetArrayLength() > 0)
        {
            _images.Clear();
        }

        _hasData = true;
        IsDoubtful |= data.ValueKind == JsonValueKind.Object;
        foreach (var item in data.ValueKind == JsonValueKind.Array ? data.EnumerateArray().ToArray() : [])
        {
            var isObject = item.ValueKind == JsonValueKind.Object;
            IsDoubtful |= item.ValueKind == JsonValueKind.String;
            IsDoubtful |= isObject && item.EnumerateObject().Count() > MostMembers;
            var picture = isObject ? ReferencePicture.Read(item) : new ReferencePicture();
            IsDoubtful |= picture.IsDoubtful;
            _images.Add(picture);
        }

        IsBroken |= _images.Count > MostImages;
    }
}
