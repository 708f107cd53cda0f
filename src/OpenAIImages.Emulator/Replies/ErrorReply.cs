using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Replies;

/// <summary>Writes a refusal, with all four members that the schema requires.</summary>
internal static class ErrorReply
{
    public static async Task WriteAsync(HttpContext context, ApiError error)
    {
        context.Response.StatusCode = error.Status;
        if (error.IsBare)
        {
            return;
        }

        using var json = new PictureJson();
        json.Writer.WriteStartObject();
        WriteError(json.Writer, error);
        json.Writer.WriteEndObject();
        await JsonReply.SendAsync(context, json).ConfigureAwait(false);
    }

    /// <summary>Writes the member <c>error</c>.</summary>
    public static void WriteError(Utf8JsonWriter writer, ApiError error)
    {
        writer.WriteStartObject("error");
        if (error.IsOfGateway)
        {
            writer.WriteString("code", error.Code);
            writer.WriteString("message", error.Message);
            writer.WriteEndObject();

            return;
        }

        writer.WriteString("message", error.Message);
        writer.WriteString("type", error.Type);
        writer.WriteString("param", error.Param);
        writer.WriteString("code", error.Code);
        if (error.IsOfAzureFilter)
        {
            AzureFilters.WriteInnerError(writer, error.ModerationCategories);
        }
        else if (error.ModerationStage is { } stage)
        {
            writer.WriteStartObject("moderation_details");
            writer.WriteString("moderation_stage", stage);
            writer.WriteStartArray("categories");
            foreach (var category in error.ModerationCategories)
            {
                writer.WriteStringValue(category);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
