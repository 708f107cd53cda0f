using System.Text;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Letters;

/// <summary>A text set in lines, as large as a rectangle allows.</summary>
internal static class TextBlock
{
    private const int MostLines = 6;
    private const int MostLetters = 160;
    private const float Space = 0.27f;
    private const float LineHeight = 1.08f;

    // The share of a line above the baseline, for Latin capitals and Chinese letters alike.
    private const float Rise = 0.76f;

    /// <summary>Gives the outline of a text in the middle of a rectangle; null when no letter is known.</summary>
    /// <remarks>The caller disposes of the path.</remarks>
    public static SKPath? Outline(string text, SKRect area)
    {
        var words = Cut(text);
        if (words.Count == 0)
        {
            return null;
        }

        var lines = Enumerable.Range(1, Math.Min(MostLines, words.Count)).Select(count => Wrap(words, count))
            .MaxBy(wrapped => SizeOf(wrapped, area))!;
        var size = SizeOf(lines, area);
        using var path = new SKPathBuilder();
        var foot = area.MidY - lines.Count * size * LineHeight / 2 + (LineHeight + Rise) / 2 * size;
        foreach (var line in lines)
        {
            var x = area.MidX - WidthOf(line) * size / 2;
            foreach (var word in line)
            {
                foreach (var letter in word.Letters)
                {
                    Add(path, letter, x, foot, size);
                    x += letter.Advance * size;
                }

                x += word.SpaceAfter * size;
            }

            foot += size * LineHeight;
        }

        return path.Detach();
    }

    private static void Add(SKPathBuilder path, Letter letter, float x, float y, float size)
    {
        using var outline = SKPath.ParseSvgPathData(letter.Outline);
        if (outline is not null)
        {
            var scale = size / 1_000;
            path.AddPath(outline, new SKMatrix(scale, 0, x, 0, scale, y, 0, 0, 1));
        }
    }

    // A line of Chinese may break between any two letters, a line of Latin letters only between words.
    private static List<Word> Cut(string text)
    {
        var words = new List<Word>();
        var letters = new List<Letter>();
        foreach (var character in text.EnumerateRunes().Take(MostLetters))
        {
            if (Rune.IsWhiteSpace(character))
            {
                Close(Space);
            }
            else if (LetterBook.Find(character) is { } letter)
            {
                if (character.Value >= 0x2E80)
                {
                    Close(0);
                }

                letters.Add(letter);
                if (character.Value >= 0x2E80)
                {
                    Close(0);
                }
            }
        }

        Close(0);

        return words;

        void Close(float space)
        {
            if (letters.Count > 0)
            {
                words.Add(new Word([.. letters], space));
                letters.Clear();
            }
            else if (words.Count > 0 && space > 0)
            {
                words[^1] = words[^1] with { SpaceAfter = space };
            }
        }
    }

    private static List<List<Word>> Wrap(List<Word> words, int count)
    {
        var target = WidthOf(words) / count;
        var lines = new List<List<Word>> { new() };
        foreach (var word in words)
        {
            var line = lines[^1];
            // A word goes to the next line when less than half of it fits within the width.
            if (line.Count > 0 && WidthOf(line) + word.Width / 2 > target && lines.Count < count)
            {
                lines.Add([]);
            }

            lines[^1].Add(word);
        }

        return lines;
    }

    private static float SizeOf(List<List<Word>> lines, SKRect area)
        => Math.Min(area.Width / Math.Max(0.1f, lines.Max(WidthOf)), area.Height / (lines.Count * LineHeight));

    private static float WidthOf(List<Word> line)
        => line.Sum(word => word.Width + word.SpaceAfter) - (line.Count > 0 ? line[^1].SpaceAfter : 0);

    private sealed record Word(IReadOnlyList<Letter> Letters, float SpaceAfter)
    {
        public float Width { get; } = Letters.Sum(letter => letter.Advance);
    }
}
