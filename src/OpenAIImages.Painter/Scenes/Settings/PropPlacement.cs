using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Scenes.Settings;

/// <summary>Places the things that belong to a place, beside the subjects and not in front of them.</summary>
internal static class PropPlacement
{
    private const int Most = 5;
    private const int Characteristic = 2;

    /// <summary>Chooses things of a place and gives them their places.</summary>
    /// <param name="scene">The scene, with its figures.</param>
    /// <param name="setting">The place of the scene.</param>
    /// <param name="unwanted">The drawings that the prompt does not want.</param>
    /// <param name="random">The source of chance.</param>
    /// <param name="shapeOf">Gives the width of a drawing over its height.</param>
    public static IReadOnlyList<Figure> Place(
        Scene scene, Setting setting, IEnumerable<string> unwanted, SeededRandom random, Func<string, float> shapeOf)
    {
        // A thing that the prompt names is in the scene already.
        var taken = scene.Figures.Select(figure => figure.Drawing).Concat(unwanted).ToHashSet(StringComparer.Ordinal);
        var free = setting.Props.Where(prop => !taken.Contains(prop.Drawing)).ToList();
        // The first listed things make a named place recognisable, so they always come. The others come by chance.
        var telling = scene.PlaceIsNamed ? Characteristic : 0;
        var shuffled = free.Take(telling).Concat(free.Skip(telling).OrderBy(_ => random.Next())).ToList();
        float[] sides = [0.1f, 0.9f, 0.3f, 0.7f, 0.5f];
        if (random.Chance(0.5f))
        {
            sides = [0.9f, 0.1f, 0.7f, 0.3f, 0.5f];
        }

        var placed = new List<Figure>();
        var wanted = Math.Min(Most, 3 + random.Below(3));
        foreach (var prop in shuffled.Take(wanted))
        {
            foreach (var side in sides)
            {
                var figure = At(scene, prop, side + random.Between(-0.05f, 0.05f), side > 0.5f, shapeOf);
                if (IsFree(scene, figure, prop.Spot) && placed.All(other => !Overlap(figure, other, shapeOf)))
                {
                    placed.Add(figure);
                    break;
                }
            }
        }

        return [.. placed.OrderBy(figure => figure.Depth)];
    }

    // A large subject would hide the things of the place.
    private static bool IsFree(Scene scene, Figure prop, PropSpot spot)
        => spot is PropSpot.Wall or PropSpot.Top || !scene.Figures.Any(figure
            => figure.Height > 0.3f && MathF.Abs(figure.X - prop.X) < 0.16f);

    private static bool Overlap(Figure one, Figure other, Func<string, float> shapeOf)
    {
        var reach = (one.Height * shapeOf(one.Drawing) + other.Height * shapeOf(other.Drawing)) * 0.48f;

        return MathF.Abs(one.X - other.X) < reach &&
            one.Y - one.Height < other.Y && other.Y - other.Height < one.Y;
    }

    private static Figure At(Scene scene, Prop prop, float share, bool onTheRight, Func<string, float> shapeOf)
    {
        var half = prop.Height * shapeOf(prop.Drawing) / 2;
        var inside = Math.Min(half, scene.Width / 2);
        var x = Math.Clamp(share * scene.Width, inside, scene.Width - inside);
        var ground = scene.Horizon + (scene.Height - scene.Horizon) * GroundOf(scene.Place);

        return prop.Spot switch
        {
            PropSpot.Wall => new Figure(prop.Drawing, x, scene.Horizon * 0.56f, prop.Height)
            {
                Airborne = true,
                Depth = -3,
            },
            PropSpot.Top => new Figure(prop.Drawing, scene.Width * (0.35f + share * 0.3f), prop.Height, prop.Height)
            {
                Airborne = true,
                Depth = -2,
            },
            PropSpot.Side => new Figure(
                prop.Drawing, onTheRight ? scene.Width - half * 0.35f : half * 0.35f,
                Math.Min(scene.Height, ground + 0.16f), prop.Height)
            {
                Depth = -1,
            },
            _ => new Figure(prop.Drawing, x, ground, prop.Height)
            {
                Depth = ground - 4,
                Afloat = Artworks.ArtworkBook.Get(prop.Drawing).Home == Artworks.Home.Water && IsWater(scene.Place),
                Flip = x < scene.Width / 2 && !Artworks.ArtworkBook.FactsOf(prop.Drawing).BearsWriting,
            },
        };
    }

    private static bool IsWater(Place place) => place is Words.Place.Lake or Words.Place.Sea or Words.Place.River
        or Words.Place.Beach;

    // The distance of things at the back from the horizon, as a share of the ground.
    private static float GroundOf(Place place) => place switch
    {
        Words.Place.Room or Words.Place.Stage => 0.05f,
        Words.Place.Table => 0.12f,
        Words.Place.Beach => 0.66f,
        Words.Place.Lake or Words.Place.Sea => 0.14f,
        Words.Place.City => 0.14f,
        _ => 0.2f,
    };
}
