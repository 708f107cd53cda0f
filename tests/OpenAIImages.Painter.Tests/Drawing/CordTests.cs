using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Drawing;

public sealed class CordTests
{
    [Theory]
    [InlineData("a lantern in a room")]
    [InlineData("a lantern in a garden")]
    public void A_cord_leads_from_a_lantern_up_to_the_edge_of_the_picture(string prompt)
    {
        using var picture = Painting.Look(prompt);
        var lantern = Reading.Compose(prompt).Figures[0];

        var x = (int)MathF.Round(lantern.X * Painting.Side);
        var rows = Enumerable.Range(0, (int)((lantern.Y - lantern.Height) * Painting.Side)).ToList();

        // The cord is darker than the wall or the sky beside it. Outdoors the cord begins at a rope, 8 rows down.
        var corded = rows.Count(y => Enumerable.Range(x - 1, 3).Min(at => picture.GetPixel(at, y).Green) + 12 <
            Math.Min(picture.GetPixel(x - 5, y).Green, picture.GetPixel(x + 5, y).Green));
        Assert.True(rows.Count > 12);
        Assert.InRange(corded, rows.Count - 8, rows.Count);
    }
}
