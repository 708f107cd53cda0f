using System.Text.RegularExpressions;

namespace OpenAIImages.Tests.Conventions;

/// <summary>The table of fields in docs/fields.md is complete and correct.</summary>
public sealed partial class FieldTableTests
{
    // The fields of the reference, written by hand. A field that is missing in the table cannot be set or read.
    private static readonly string[] Fields =
    [
        "prompt", "model", "n", "size", "quality", "background", "complexity", "output_format", "output_compression",
        "frame_count", "frame_duration_ms", "svg", "svg.model", "svg.reasoning.effort", "moderation", "stream",
        "partial_images", "safety_identifier", "user", "response_format", "style", "image", "image[]", "images",
        "images[].image_url", "images[].file_id", "mask", "markup", "input_fidelity", "created", "data", "usage",
        "svg_usage", "data[].b64_json", "data[].url", "data[].revised_prompt", "usage.total_tokens",
        "usage.input_tokens", "usage.output_tokens", "usage.input_tokens_details", "usage.output_tokens_details",
        "usage.*_details.text_tokens", "usage.*_details.image_tokens", "svg_usage.model", "svg_usage.input_tokens",
        "svg_usage.output_tokens", "svg_usage.reasoning_tokens", "svg_usage.total_tokens", "*.partial_image",
        "*.completed", "partial_image_index", "partial b64_json", "completed b64_json", "partial created_at",
        "completed created_at", "completed usage",
    ];

    private static readonly (string Field, string Member)[] Rows =
    [
        .. File.ReadLines(Path.Combine(Sources.Root, "docs", "fields.md"))
            .Select(line => Row().Match(line))
            .Where(match => match.Success)
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value)),
    ];

    [Fact]
    public void Every_property_in_the_table_exists()
        => Assert.All(Rows, row =>
        {
            var parts = row.Member.Split('.');
            var type = typeof(IImageClient).Assembly.GetType($"OpenAIImages.{parts[0]}", throwOnError: true)!;

            Assert.True(type.IsPublic);
            Assert.True(parts.Length == 1 || type.GetMember(parts[1]).Length > 0, row.Member);
        });

    [Fact]
    public void Every_field_of_the_reference_is_in_the_table()
        => Assert.Empty(Fields.Except(Rows.Select(row => row.Field)));

    [Fact]
    public void Every_property_of_a_request_is_in_the_table()
    {
        Type[] requests =
        [
            typeof(ImageRequest), typeof(PromptedImageRequest), typeof(GenerateImageRequest), typeof(EditImageRequest),
            typeof(ImageSvgOptions),
        ];

        var properties =
            from type in requests
            from property in type.GetProperties()
            where property.DeclaringType == type && property.Name is not
                ("Extra" or "EqualityContract" or "Headers" or "Timeout")
            select $"{type.Name}.{property.Name}";

        Assert.Empty(properties.Except(Rows.Select(row => row.Member)));
    }

    [GeneratedRegex(@"^\| `([^`]+)` \| `([^`]+)` \|$")]
    private static partial Regex Row();
}
