using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Svg;

/// <summary>Reads the values of SVG attributes.</summary>
internal static partial class SvgAttributes
{
    private const string XLink = "http://www.w3.org/1999/xlink";

    public static string? Text(this XElement element, string name) => (string?)element.Attribute(name);

    public static float Number(this XElement element, string name, float otherwise = 0)
        => Number(element.Text(name), otherwise);

    public static float Number(string? text, float otherwise = 0)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return otherwise;
        }

        var number = text.AsSpan().Trim();
        if (number.EndsWith("%", StringComparison.Ordinal))
        {
            return float.Parse(number[..^1], NumberStyles.Float, CultureInfo.InvariantCulture) / 100;
        }

        number = number.EndsWith("px", StringComparison.Ordinal) ? number[..^2] : number;

        return float.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>Gets the id that an element points to.</summary>
    public static string? Reference(this XElement element)
        => (element.Text("href") ?? (string?)element.Attribute(XName.Get("href", XLink)))?.TrimStart('#');

    /// <summary>Gets the id inside <c>url(#id)</c>; null when the text is something else.</summary>
    public static string? Url(string text)
        => text.StartsWith("url(", StringComparison.Ordinal) ? text[4..].TrimEnd(')').Trim('#', '"', '\'') : null;

    public static SKColor? Colour(string text) => text.Trim() switch
    {
        "none" or "transparent" => null,
        "currentColor" or "black" => SKColors.Black,
        "white" => SKColors.White,
        "red" => SKColors.Red,
        "gray" => SKColors.Gray,
        var other => SKColor.TryParse(other, out var colour) ? colour : SKColors.Black,
    };

    public static SKMatrix Transform(string text)
    {
        var whole = SKMatrix.Identity;
        foreach (Match match in Call().Matches(text))
        {
            var numbers = NumberList().Matches(match.Groups[2].Value).Select(number => Number(number.Value)).ToArray();
            whole = SKMatrix.Concat(whole, One(match.Groups[1].Value, numbers));
        }

        return whole;
    }

    private static SKMatrix One(string name, float[] numbers) => (name, numbers) switch
    {
        ("translate", [var x]) => SKMatrix.CreateTranslation(x, 0),
        ("translate", [var x, var y, ..]) => SKMatrix.CreateTranslation(x, y),
        ("scale", [var both]) => SKMatrix.CreateScale(both, both),
        ("scale", [var x, var y, ..]) => SKMatrix.CreateScale(x, y),
        ("rotate", [var angle]) => SKMatrix.CreateRotationDegrees(angle),
        ("rotate", [var angle, var x, var y, ..]) => SKMatrix.CreateRotationDegrees(angle, x, y),
        ("matrix", [var a, var b, var c, var d, var e, var f]) => new SKMatrix(a, c, e, b, d, f, 0, 0, 1),
        ("skewX", [var angle, ..]) => SKMatrix.CreateSkew(MathF.Tan(angle * MathF.PI / 180), 0),
        ("skewY", [var angle, ..]) => SKMatrix.CreateSkew(0, MathF.Tan(angle * MathF.PI / 180)),
        _ => SKMatrix.Identity,
    };

    [GeneratedRegex(@"(\w+)\s*\(([^)]*)\)")]
    private static partial Regex Call();

    [GeneratedRegex(@"[-+]?(?:\d*\.\d+|\d+\.?)(?:[eE][-+]?\d+)?")]
    private static partial Regex NumberList();
}
