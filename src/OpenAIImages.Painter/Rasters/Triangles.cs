namespace OpenAIImages.Painter.Rasters;

/// <summary>Joins points to triangles that are as even as possible: the Delaunay triangulation.</summary>
internal static class Triangles
{
    /// <summary>Gives the triangles, each as the indexes of its corners.</summary>
    /// <remarks>The algorithm of Bowyer and Watson: each new point replaces the triangles around it.</remarks>
    public static List<(int A, int B, int C)> Join(IReadOnlyList<(float X, float Y)> points)
    {
        var reach = points.Max(point => Math.Max(Math.Abs(point.X), Math.Abs(point.Y))) * 8 + 8;
        List<(float X, float Y)> all = [.. points, (-reach, -reach), (reach * 3, -reach), (-reach, reach * 3)];
        var circles = new List<Circle> { Around(all, points.Count, points.Count + 1, points.Count + 2) };
        var rim = new List<(int From, int To)>();
        for (var index = 0; index < points.Count; index++)
        {
            rim.Clear();
            for (var at = circles.Count - 1; at >= 0; at--)
            {
                if (circles[at].Holds(all[index]))
                {
                    Open(rim, circles[at].A, circles[at].B);
                    Open(rim, circles[at].B, circles[at].C);
                    Open(rim, circles[at].C, circles[at].A);
                    circles[at] = circles[^1];
                    circles.RemoveAt(circles.Count - 1);
                }
            }

            foreach (var (from, to) in rim)
            {
                circles.Add(Around(all, from, to, index));
            }
        }

        return [.. circles.Where(one => Math.Max(one.A, Math.Max(one.B, one.C)) < points.Count)
            .Select(one => (one.A, one.B, one.C))];
    }

    // An edge between two removed triangles is removed with them.
    private static void Open(List<(int From, int To)> rim, int from, int to)
    {
        if (!rim.Remove((to, from)))
        {
            rim.Add((from, to));
        }
    }

    private static Circle Around(List<(float X, float Y)> points, int a, int b, int c)
    {
        // Calculated in double, since the circle of three points nearly on a line is huge.
        var (ax, ay) = ((double)points[a].X, (double)points[a].Y);
        var (bx, by) = (points[b].X - ax, points[b].Y - ay);
        var (cx, cy) = (points[c].X - ax, points[c].Y - ay);
        var twice = 2 * (bx * cy - by * cx);
        if (twice == 0)
        {
            return new Circle(a, b, c, 0, 0, double.MaxValue);
        }

        var (bb, cc) = (bx * bx + by * by, cx * cx + cy * cy);
        var (x, y) = ((cy * bb - by * cc) / twice, (bx * cc - cx * bb) / twice);

        return new Circle(a, b, c, ax + x, ay + y, x * x + y * y);
    }

    private readonly record struct Circle(int A, int B, int C, double X, double Y, double Square)
    {
        public bool Holds((float X, float Y) point)
            => (point.X - X) * (point.X - X) + (point.Y - Y) * (point.Y - Y) < Square;
    }
}
