namespace OpenAIImages.Masks;

/// <summary>Checks whether a point is inside a polygon.</summary>
internal static class Polygon
{
    // A point is inside if a ray to the right crosses an odd number of edges.
    public static bool Contains((double X, double Y)[] points, double x, double y)
    {
        var isInside = false;
        var previous = points[points.Length - 1];
        foreach (var point in points)
        {
            if (point.Y > y != previous.Y > y
                && x < ((previous.X - point.X) * (y - point.Y) / (previous.Y - point.Y)) + point.X)
            {
                isInside = !isInside;
            }

            previous = point;
        }

        return isInside;
    }
}
