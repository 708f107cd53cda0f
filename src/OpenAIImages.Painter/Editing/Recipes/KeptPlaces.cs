using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Drawing.Sprites;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Editing.Recipes;

/// <summary>Changes a scene as an edit asks, and keeps the places of the figures that stay.</summary>
/// <remarks>
/// A new composition moves every figure. So a figure of both scenes keeps its old place. A new figure comes beside its
/// companion, into the place of a removed figure, or into free room.
/// </remarks>
internal sealed class KeptPlaces
{
    private const int Candidates = 17;

    private readonly Scene _before;
    private readonly Scene _composed;
    private readonly Meaning _meaningBefore;
    private readonly Meaning _meaning;

    // Each figure that stays, in its newly composed form and in its kept form.
    private readonly List<(Figure Composed, Figure Kept)> _pairs = [];
    private readonly List<Figure> _gone = [];

    private KeptPlaces(Scene before, Scene composed, Meaning meaningBefore, Meaning meaning)
    {
        (_before, _composed, _meaningBefore, _meaning) = (before, composed, meaningBefore, meaning);
    }

    /// <summary>Gives the changed scene.</summary>
    /// <param name="before">The scene before the edit.</param>
    /// <param name="composed">The new composition of the meaning after the edit.</param>
    /// <param name="meaningBefore">The meaning before the edit.</param>
    /// <param name="meaning">The meaning after the edit.</param>
    public static Scene Apply(Scene before, Scene composed, Meaning meaningBefore, Meaning meaning)
        => before.Badge || composed.Badge ? composed
            : new KeptPlaces(before, composed, meaningBefore, meaning).Apply();

    private Scene Apply()
    {
        var fresh = Pair();
        var figures = _pairs.ConvertAll(pair => pair.Kept);
        foreach (var figure in fresh)
        {
            figures.Add(BesideCompanion(figure) ?? InPlaceOfRemoved(figure) ?? InFreeRoom(figure, figures));
        }

        return _composed with
        {
            Figures = [.. figures.OrderBy(figure => figure.Depth)],
            Props = _before.Setting == _composed.Setting ? _before.Props : _composed.Props,
            Horizon = _before.Place == _composed.Place ? _before.Horizon : _composed.Horizon,
            LightFromRight = _before.LightFromRight,
        };
    }

    // The first figure of a kind stays the first of that kind.
    private List<Figure> Pair()
    {
        var waiting = _before.Figures.ToList();
        var fresh = new List<Figure>();
        foreach (var composed in _composed.Figures)
        {
            var at = Moves(composed.Drawing) ? -1 : waiting.FindIndex(one => one.Drawing == composed.Drawing);
            if (at < 0)
            {
                fresh.Add(composed);
                continue;
            }

            _pairs.Add((composed, Keep(waiting[at], composed)));
            waiting.RemoveAt(at);
        }

        _gone.AddRange(waiting.Where(one => !Moves(one.Drawing)));

        return fresh;
    }

    // "put the cat on the chair": a figure with a new relation moves to the place of that relation.
    private bool Moves(string drawing)
        => SubjectOf(_meaning, drawing) is { } now && SubjectOf(_meaningBefore, drawing) is { } before &&
            Stands(now, _meaning).Except(Stands(before, _meaningBefore)).Any();

    private static IEnumerable<(Relation Kind, string Noun)> Stands(MeantSubject subject, Meaning meaning)
        => subject.Relations.Where(relation => relation.Kind is not (Relation.Wearing or Relation.Holding))
            .Select(relation => (relation.Kind, meaning.Subjects[relation.Other].Noun));

    private Figure Keep(Figure before, Figure composed)
    {
        var (was, now) = (SubjectOf(_meaningBefore, before.Drawing), SubjectOf(_meaning, before.Drawing));
        var same = was is null || now is null || was.Colours.SequenceEqual(now.Colours) && was.Pose == now.Pose &&
            was.Material == now.Material;
        var kept = same ? before : composed with
        {
            X = before.X,
            Y = before.Y,
            Height = before.Height,
            Flip = before.Flip,
            Depth = before.Depth,
        };
        if (was is not null && now is not null)
        {
            kept = kept with { Height = kept.Height * now.Scale / was.Scale };
        }

        if (_before.Place == _composed.Place)
        {
            return kept;
        }

        // In another place a standing figure can float or fly, and the ground begins elsewhere.
        var stands = !composed.Airborne && !composed.Afloat && !before.Airborne && !before.Afloat;

        return kept with
        {
            Airborne = composed.Airborne,
            Afloat = composed.Afloat,
            Y = stands ? Math.Max(kept.Y, Math.Min(composed.Y, _composed.Horizon + 0.04f)) : composed.Y,
        };
    }

    // A hat moves with the head that it was composed for.
    private Figure? BesideCompanion(Figure figure)
    {
        var companions = Companions(figure.Drawing);
        var pairs = _pairs.Where(pair => companions.Contains(pair.Composed.Drawing)).ToList();
        if (pairs.Count == 0)
        {
            return null;
        }

        var (composed, kept) = pairs.MinBy(pair
            => Math.Abs(pair.Composed.X - figure.X) + Math.Abs(pair.Composed.Y - figure.Y));
        var scale = kept.Height / composed.Height;
        var turned = kept.Flip != composed.Flip;

        return figure with
        {
            X = kept.X + (figure.X - composed.X) * scale * (turned ? -1 : 1),
            Y = kept.Y + (figure.Y - composed.Y) * scale,
            Height = figure.Height * scale,
            Flip = figure.Flip ^ turned,
            Tilt = turned ? -figure.Tilt : figure.Tilt,
            Depth = kept.Depth + figure.Depth - composed.Depth,
        };
    }

    private List<string> Companions(string drawing)
    {
        var companions = new List<string>();
        foreach (var subject in _meaning.Subjects)
        {
            foreach (var relation in subject.Relations)
            {
                var other = _meaning.Subjects[relation.Other].Noun;
                if (subject.Noun == drawing)
                {
                    companions.Add(other);
                }
                else if (other == drawing)
                {
                    companions.Add(subject.Noun);
                }
            }
        }

        return companions;
    }

    private Figure? InPlaceOfRemoved(Figure figure)
    {
        if (_gone.Count == 0)
        {
            return null;
        }

        var gone = _gone[0];
        _gone.RemoveAt(0);
        var flies = figure.Airborne || gone.Airborne;

        var height = gone.Height * HeightRatio(figure.Drawing, gone.Drawing);
        var half = Math.Min(height * ArtworkShape.AspectOf(figure.Drawing), _composed.Width) / 2;

        return figure with
        {
            X = Math.Clamp(gone.X, half, _composed.Width - half),
            Y = flies ? figure.Y : gone.Y,
            Height = height,
            Depth = flies ? figure.Depth : gone.Depth,
        };
    }

    // The ratio of the heights of two things in the world, limited so that both fit into the picture.
    private static float HeightRatio(string drawing, string than)
    {
        var (one, other) = (ArtworkBook.FactsOf(drawing).Metres, ArtworkBook.FactsOf(than).Metres);

        return one > 0 && other > 0 ? Math.Clamp(one / other, 0.5f, 1.6f) : 1;
    }

    private Figure InFreeRoom(Figure figure, List<Figure> figures)
    {
        var height = figure.Height * Scale();
        var half = height * ArtworkShape.AspectOf(figure.Drawing) / 2;
        var (left, right) = (
            Math.Min(half, _composed.Width / 2), Math.Max(_composed.Width - half, _composed.Width / 2));
        var placed = Enumerable.Range(0, Candidates)
            .Select(step => figure with { X = left + (right - left) * step / (Candidates - 1), Height = height });

        return placed.MinBy(one => figures.Sum(other => Overlap(one, other)) + Math.Abs(one.X - figure.X) * 0.002f)!;
    }

    private static float Overlap(Figure one, Figure other)
    {
        var (a, b) = (SubjectFitting.Bounds(one), SubjectFitting.Bounds(other));
        var width = Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left);
        var height = Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top);

        return width > 0 && height > 0 ? width * height : 0;
    }

    // A scene with more figures has smaller ones. New figures take the scale of the figures that stayed.
    private float Scale()
        => _pairs.Count == 0 ? 1 : _pairs.Average(pair => pair.Kept.Height / pair.Composed.Height);

    private static MeantSubject? SubjectOf(Meaning meaning, string drawing)
        => meaning.Subjects.FirstOrDefault(subject => subject.Noun == drawing);
}
