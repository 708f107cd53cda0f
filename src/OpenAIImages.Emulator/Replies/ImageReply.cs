using System.Text.Json;
using OpenAIImages.Emulator.Jobs;
using OpenAIImages.Emulator.Pictures;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Replies;

/// <summary>Writes the reply to a finished job.</summary>
internal static class ImageReply
{
    /// <param name="json">The reply.</param>
    /// <param name="job">The job.</param>
    /// <param name="pictures">The pictures that the job made.</param>
    /// <param name="created">The time for <c>created</c>.</param>
    /// <param name="link">Makes a link to a picture; called only for a job with links.</param>
    public static void Write(
        PictureJson json,
        ImageJob job,
        IReadOnlyList<Picture> pictures,
        DateTimeOffset created,
        Func<Picture, string> link)
    {
        var writer = json.Writer;
        writer.WriteStartObject();
        writer.WriteNumber("created", created.ToUnixTimeSeconds());
        writer.WriteStartArray("data");
        foreach (var picture in pictures)
        {
            writer.WriteStartObject();
            if (job.AsLinks)
            {
                writer.WriteString("url", link(picture));
            }
            else
            {
                json.WritePicture("b64_json", picture.Bytes);
            }

            if (job.Model.RevisesPrompt)
            {
                writer.WriteString("revised_prompt", picture.Understood);
            }

            if (job.ReportsFilters)
            {
                AzureFilters.WriteResults(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteSettings(writer, job);
        if (job.Format == PictureFormat.Svg && pictures is [var drawing])
        {
            job.Author.WriteUsage(writer, job.Prompt, drawing.Bytes.Length);
        }

        writer.WriteEndObject();
    }

    private static void WriteSettings(Utf8JsonWriter writer, ImageJob job)
    {
        if (!job.Model.ReportsSettings)
        {
            return;
        }

        writer.WriteString("background", job.Transparent ? "transparent" : "opaque");
        writer.WriteString("output_format", PictureFormats.Name(job.Format));
        writer.WriteString("quality", job.Quality);
        writer.WriteString("size", job.Size.ToString());
        job.CountTokens()?.Write(writer);
        if (job.SafetyIdentifier is { } identifier)
        {
            writer.WriteString("safety_identifier", identifier);
        }
    }
}
