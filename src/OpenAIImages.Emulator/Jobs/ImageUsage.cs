using System.Text.Json;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>The tokens that a call costs.</summary>
internal sealed record ImageUsage
{
    public int TextIn { get; init; }

    public int ImageIn { get; init; }

    public int TextOut { get; init; }

    public int ImageOut { get; init; }

    public int Input => TextIn + ImageIn;

    public int Output => TextOut + ImageOut;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("usage");
        json.WriteNumber("total_tokens", Input + Output);
        json.WriteNumber("input_tokens", Input);
        json.WriteNumber("output_tokens", Output);
        WriteDetails(json, "input_tokens_details", TextIn, ImageIn);
        WriteDetails(json, "output_tokens_details", TextOut, ImageOut);
        json.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter json, string name, int text, int image)
    {
        json.WriteStartObject(name);
        json.WriteNumber("text_tokens", text);
        json.WriteNumber("image_tokens", image);
        json.WriteEndObject();
    }
}
