using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Protocol;

/// <summary>Which fields go with which file format.</summary>
internal static class FormatRules
{
    private static readonly string[] Efforts = ["none", "minimal", "low", "medium", "high", "xhigh", "max"];

    /// <exception cref="ApiException">Two fields do not go together.</exception>
    public static void Check(ParameterSet fields, string format, int? compression, int count)
    {
        CheckFrames(fields, format);
        CheckSvg(fields, format, compression, count);
        CheckCompression(format, compression);
        if (format == "jpeg" && fields.Text("background") == "transparent")
        {
            throw Refusals.InvalidValue(
                "background",
                "Transparent background is not supported for JPEG output format. " +
                "Set the output format to png or webp.");
        }

        if (format == "gif" && fields.Has("mask"))
        {
            throw Refusals.InvalidValue("mask", "'mask' is not supported when 'output_format' is 'gif'.");
        }

        if (format is "gif" or "svg")
        {
            CheckStreaming(fields, format);
        }
    }

    /// <summary>The answer to a format that the model has but that cannot be painted here.</summary>
    public static ApiException NotAvailable(string format)
        => Refusals.Unsupported("output_format", $"The '{format}' output format is not available to this project.");

    private static void CheckFrames(ParameterSet fields, string format)
    {
        fields.Integer("frame_count", 2, 16);

        // Longer delays are shortened to what the file can hold, not refused.
        fields.Integer("frame_duration_ms", 1, int.MaxValue);
        foreach (var name in (string[])["frame_count", "frame_duration_ms"])
        {
            if (format != "gif" && fields.Has(name))
            {
                throw Refusals.InvalidValue(name, $"'{name}' is only supported when 'output_format' is 'gif'.");
            }
        }
    }

    private static void CheckSvg(ParameterSet fields, string format, int? compression, int count)
    {
        if (fields.Object("svg") is { } svg)
        {
            svg.Text("model");
            svg.Object("reasoning")?.Choice("effort", Efforts);
            if (format != "svg")
            {
                throw Refusals.InvalidValue("svg", "'svg' is only supported when 'output_format' is 'svg'.");
            }
        }

        if (format == "svg" && count != 1)
        {
            throw Refusals.InvalidValue("n", "'n' must be 1 when 'output_format' is 'svg'.");
        }

        if (format == "svg" && compression is not null)
        {
            throw Refusals.InvalidValue(
                "output_compression", "'output_compression' is not supported for SVG output format.");
        }
    }

    private static void CheckCompression(string format, int? compression)
    {
        if (format is "png" or "gif" && compression < 100)
        {
            throw Refusals.InvalidValue(
                "output_compression",
                $"Compression less than 100 is not supported for {format.ToUpperInvariant()} output format.");
        }
    }

    private static void CheckStreaming(ParameterSet fields, string format)
    {
        if (fields.Switch("stream") == true)
        {
            throw Refusals.InvalidValue(
                "stream", $"Streaming is not supported when 'output_format' is '{format}'.");
        }

        if (fields.Integer("partial_images", 0, 3) is not null)
        {
            throw Refusals.InvalidValue(
                "partial_images", $"'partial_images' is not supported when 'output_format' is '{format}'.");
        }
    }
}
