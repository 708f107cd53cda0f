using System.Text.Json;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Jobs;
using OpenAIImages.Emulator.Pictures;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Replies;

/// <summary>Writes the data of a stream's events.</summary>
internal static class ImageEvents
{
    public const string Error = "error";

    public static string Partial(ImageJob job) => job.EventPrefix + ".partial_image";

    public static string Completed(ImageJob job) => job.EventPrefix + ".completed";

    public static void WritePartial(
        PictureJson json, ImageJob job, Picture picture, DateTimeOffset created, int index)
    {
        var writer = json.Writer;
        writer.WriteStartObject();
        WriteCommon(json, Partial(job), job, picture, created);
        writer.WriteNumber("partial_image_index", index);
        writer.WriteEndObject();
    }

    public static void WriteCompleted(
        PictureJson json, ImageJob job, Picture picture, DateTimeOffset created, bool isFirst)
    {
        var writer = json.Writer;
        writer.WriteStartObject();
        WriteCommon(json, Completed(job), job, picture, created);
        job.CountTokensOfOne(isFirst)?.Write(writer);
        if (job.SafetyIdentifier is { } identifier)
        {
            writer.WriteString("safety_identifier", identifier);
        }

        writer.WriteEndObject();
    }

    public static void WriteError(Utf8JsonWriter writer, ApiError error)
    {
        writer.WriteStartObject();
        writer.WriteString("type", Error);
        ErrorReply.WriteError(writer, error);
        writer.WriteEndObject();
    }

    private static void WriteCommon(
        PictureJson json, string type, ImageJob job, Picture picture, DateTimeOffset created)
    {
        var writer = json.Writer;
        writer.WriteString("type", type);
        json.WritePicture("b64_json", picture.Bytes);
        writer.WriteNumber("created_at", created.ToUnixTimeSeconds());
        writer.WriteString("size", job.Size.ToString());
        writer.WriteString("quality", job.Quality);
        writer.WriteString("background", job.Transparent ? "transparent" : "opaque");
        writer.WriteString("output_format", PictureFormats.Name(job.Format));
    }
}
