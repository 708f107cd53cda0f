using System.Globalization;
using System.Text;
using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Formats;

/// <summary>Writes triangles as SVG, for a picture that has only pixels.</summary>
internal static class SvgFacets
{
    public static byte[] Write(IReadOnlyList<Facet> facets, int width, int height)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" ");
        text.Append(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {width} {height}\" role=\"img\">");
        // The thin stroke closes the seams that smooth edges leave between triangles.
        text.Append("<g stroke-width=\"0.8\" stroke-linejoin=\"round\">");
        foreach (var facet in facets)
        {
            var colour = $"#{facet.Colour.Red:x2}{facet.Colour.Green:x2}{facet.Colour.Blue:x2}";
            text.Append(CultureInfo.InvariantCulture, $"<path fill=\"{colour}\" stroke=\"{colour}\" ");
            text.Append(CultureInfo.InvariantCulture, $"d=\"M{facet.A.X:0.#} {facet.A.Y:0.#}L{facet.B.X:0.#} ");
            text.Append(CultureInfo.InvariantCulture,
                $"{facet.B.Y:0.#} {facet.C.X:0.#} {facet.C.Y:0.#}z\"/>");
        }

        text.Append("</g></svg>");

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
