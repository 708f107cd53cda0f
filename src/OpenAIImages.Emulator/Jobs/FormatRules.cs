using System.Globalization;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Parameters;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>The rules for fields that only some file formats have.</summary>
internal static class FormatRules
{
    private const int FewestFrames = 2;
    private const int MostFrames = 16;
    private const int ShortestFrame = 20;
    private const int UsualFrame = 200;
    private const int LongestFrame = 655_350;

    private static readonly string[] Efforts = ["none", "minimal", "low", "medium", "high", "xhigh", "max"];

    /// <summary>Returns the number of frames that a request for a moving picture asks for, before the fields are
    /// checked.</summary>
    /// <returns>The number, or <see langword="null"/> for a still picture.</returns>
    public static int? FramesAsked(ParameterSet fields, ModelRules model)
        => fields.Given("output_format")?.Text != "gif" || !model.Formats.Contains("gif") ? null
            : int.TryParse(fields.Given("frame_count")?.Text, CultureInfo.InvariantCulture, out var frames)
                && frames is >= FewestFrames and <= MostFrames ? frames
            : GifSheet.UsualFrames;

    /// <summary>Reads the time for which each frame of a GIF is shown, rounded to a value that the file can hold.
    /// </summary>
    /// <returns>Whole hundredths of a second.</returns>
    public static TimeSpan FrameDuration(ParameterSet fields)
    {
        var asked = fields.Integer("frame_duration_ms", ShortestFrame, int.MaxValue) ?? UsualFrame;

        return TimeSpan.FromMilliseconds(Math.Min(LongestFrame, Math.Round(asked / 10.0) * 10));
    }

    /// <summary>Checks the fields that only some formats have, each by itself.</summary>
    /// <exception cref="ApiException">A field is of the wrong type or outside its range.</exception>
    public static void CheckFields(ParameterSet fields)
    {
        fields.Integer("frame_count", FewestFrames, MostFrames);

        // A longer delay is not refused: FrameDuration shortens it to the longest that the file can hold.
        fields.Integer("frame_duration_ms", ShortestFrame, int.MaxValue);
        if (fields.Object("svg") is { } svg)
        {
            svg.Text("model");
            svg.Object("reasoning")?.Choice("effort", Efforts);
        }
    }

    /// <exception cref="ApiException">Two fields cannot be combined.</exception>
    public static void Check(ParameterSet fields, string format, int? compression, int count)
    {
        CheckFrames(fields, format);
        CheckSvg(fields, format, compression, count);
        CheckCompression(format, compression);
        if (format == "jpeg" && fields.Text("background") == "transparent")
        {
            throw Refusals.InvalidValue(
                "background", "Transparent background is not supported for JPEG output format");
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

    private static void CheckFrames(ParameterSet fields, string format)
    {
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
        if (format != "svg" && fields.Has("svg"))
        {
            throw Refusals.InvalidValue("svg", "'svg' is only supported when 'output_format' is 'svg'.");
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
            throw Refusals.UserError(
                null,
                $"invalid_{format}_output_compression",
                $"Compression less than 100 is not supported for {format.ToUpperInvariant()} output format");
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
