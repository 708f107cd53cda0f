using OpenAIImages.Painter.Drawing.Sprites;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Letters;

/// <summary>Writes the words of a scene: on the figure that bears them, or on a surface of their own.</summary>
internal static class WritingPainter
{
    // Each further text in a picture takes the next row.
    private static readonly float[] Rows = [0.05f, 0.74f, 0.3f, 0.52f];

    public static void Paint(Easel easel)
    {
        for (var number = 0; number < Math.Min(Rows.Length, easel.Scene.Writings.Count); number++)
        {
            var writing = easel.Scene.Writings[number];
            var bearer = easel.Scene.Figures.FirstOrDefault(figure => figure.Drawing == writing.Bearer);
            if (easel.Scene.Badge)
            {
                Surfaces.Ribbon(easel, writing.Text, OnBadge(easel, number));
            }
            else if (bearer is not null && IsBorne(writing.Surface))
            {
                OnFigure(easel, writing, bearer);
            }
            else if (writing.Surface == LetteringSurface.Label && easel.Scene.Figures.Count > 0)
            {
                OnFigure(easel, writing, easel.Scene.Figures[0]);
            }
            else
            {
                OnItsOwn(easel, writing, number);
            }
        }
    }

    // A neon sign or a banner hangs beside its thing.
    private static bool IsBorne(LetteringSurface surface)
        => surface is not (LetteringSurface.Neon or LetteringSurface.Banner or LetteringSurface.Picture);

    private static void OnFigure(Easel easel, Writing writing, Figure bearer)
    {
        var box = BoxOf(easel, bearer);
        if (writing.Surface == LetteringSurface.Label)
        {
            Surfaces.Label(easel, writing.Text, Part(box, new SKRect(0.14f, 0.48f, 0.86f, 0.8f)));

            return;
        }

        var (spot, dark) = WritingSpot.Of(bearer.Drawing);
        if (bearer.Flip)
        {
            spot = new SKRect(1 - spot.Right, spot.Top, 1 - spot.Left, spot.Bottom);
        }

        var area = Part(box, spot);
        Surfaces.Print(easel, writing.Text, SKRect.Inflate(area, -area.Width * 0.07f, -area.Height * 0.1f), dark);
    }

    private static void OnItsOwn(Easel easel, Writing writing, int number)
    {
        switch (writing.Surface)
        {
            case LetteringSurface.Sign:
                Surfaces.Sign(easel, writing.Text, Beside(easel, number, 0.36f, 0.2f));
                break;
            case LetteringSurface.Board:
                Surfaces.Board(easel, writing.Text, Beside(easel, number, 0.42f, 0.3f));
                break;
            case LetteringSurface.Screen:
                Surfaces.Screen(easel, writing.Text, Beside(easel, number, 0.42f, 0.28f));
                break;
            case LetteringSurface.Neon:
                Surfaces.Neon(easel, writing.Text, Main(easel, number, 0.76f, 0.4f, 0.22f));
                break;
            case LetteringSurface.Banner:
                Surfaces.Ribbon(easel, writing.Text, Across(easel, number, 0.8f, 0.15f));
                break;
            case LetteringSurface.Card or LetteringSurface.Page:
                Surfaces.Card(easel, writing.Text, Main(easel, number, 0.74f, 0.56f, 0.22f));
                break;
            case LetteringSurface.Wall:
                Surfaces.Print(easel, writing.Text, SKRect.Create(
                    easel.Width * 0.17f, easel.Height * (0.32f + 0.2f * (number % 2)), easel.Width * 0.66f,
                    easel.Height * 0.17f));
                break;
            case var _ when easel.Scene.Style == PaintStyle.InkWash:
                Surfaces.Brushed(easel, writing.Text, InkColumn(easel, number));
                break;
            default:
                Surfaces.Title(easel, writing.Text, Main(easel, number, 0.86f, 0.5f, 0.19f));
                break;
        }
    }

    // In a picture without figures, the words are its subject.
    private static SKRect Main(Easel easel, int number, float width, float height, float usualHeight)
    {
        if (easel.Scene.Figures.Count > 0 || number > 0)
        {
            return Across(easel, number, width, usualHeight);
        }

        return SKRect.Create(
            easel.Width * (1 - width) / 2, easel.Height * (1 - height) / 2, easel.Width * width, easel.Height * height);
    }

    // The row over the whole width that covers least of the figures.
    private static SKRect Across(Easel easel, int number, float width, float height)
    {
        var row = Rows.Take(2).Skip(number).Concat(Rows).OrderBy(top => Covered(easel, At(top)))
            .ElementAt(number == 0 ? 0 : Math.Min(number, Rows.Length - 1));

        return At(row);

        SKRect At(float top) => SKRect.Create(
            easel.Width * (1 - width) / 2, easel.Height * Math.Min(top, 0.95f - height), easel.Width * width,
            easel.Height * height);
    }

    // An ink painting has its words in a column in an upper corner, on the emptier side.
    private static SKRect InkColumn(Easel easel, int number)
    {
        var size = new SKSize(easel.Edge * 0.1f, easel.Edge * 0.52f);
        var left = SKRect.Create(new SKPoint(easel.Width * 0.09f, easel.Height * 0.09f), size);
        var right = SKRect.Create(new SKPoint(easel.Width * 0.91f - size.Width, easel.Height * 0.09f), size);

        return Covered(easel, right) <= Covered(easel, left) == (number % 2 == 0) ? right : left;
    }

    // The board on the ground stands on the side where it covers less of the figures.
    private static SKRect Beside(Easel easel, int number, float width, float height)
    {
        var (wide, high) = (width * easel.Edge, height * easel.Edge);
        var top = Math.Min(easel.Height - high * 1.9f, Math.Max(easel.Horizon - high * 0.4f, easel.Height * 0.1f));
        var left = SKRect.Create(easel.Width * 0.05f, top, wide, high);
        var right = SKRect.Create(easel.Width * 0.95f - wide, top, wide, high);
        var better = Covered(easel, left) <= Covered(easel, right);

        return better == (number % 2 == 0) ? left : right;
    }

    private static SKRect OnBadge(Easel easel, int number)
    {
        var side = Math.Min(easel.Width, easel.Height);
        var top = easel.Height / 2f + side * (number % 2 == 0 ? 0.23f : -0.42f);

        return SKRect.Create((easel.Width - side * 0.84f) / 2, top, side * 0.84f, side * 0.15f);
    }

    private static float Covered(Easel easel, SKRect area)
    {
        var covered = 0f;
        foreach (var figure in easel.Scene.Figures)
        {
            var box = BoxOf(easel, figure);
            if (box.IntersectsWith(area))
            {
                box.Intersect(area);
                covered += box.Width * box.Height;
            }
        }

        return covered;
    }

    private static SKRect BoxOf(Easel easel, Figure figure)
    {
        var half = figure.Height * ArtworkShape.AspectOf(figure.Drawing) / 2;

        return new SKRect(
            (figure.X - half) * easel.Edge, (figure.Y - figure.Height) * easel.Edge, (figure.X + half) * easel.Edge,
            figure.Y * easel.Edge);
    }

    private static SKRect Part(SKRect box, SKRect part) => new(
        box.Left + box.Width * part.Left, box.Top + box.Height * part.Top, box.Left + box.Width * part.Right,
        box.Top + box.Height * part.Bottom);
}
