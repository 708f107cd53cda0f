using System.Globalization;
using OpenAIImages.Painter.Drawing.Sprites;
using OpenAIImages.Painter.Drawing.Vectors;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Editing.Recipes;

/// <summary>Paints pictures from recipes: new ones, changed ones and variations alike.</summary>
internal static class OwnPicture
{
    public static Picture Paint(Recipe recipe, PictureRequest request, CancellationToken cancellationToken)
    {
        var meaning = Read(recipe, request.Format);
        var size = WorkingSize.For(request, meaning.Style);
        var scene = Compose(recipe, meaning, size);
        var remembered = recipe.Rememberable();
        var bytes = request.Format switch
        {
            PictureFormat.Gif => Rendering.Encode(
                request, Rendering.Animate(scene, size, request.FrameCount, cancellationToken)),
            PictureFormat.Svg => VectorScene.Write(
                scene, size.Width, size.Height, (request.Width, request.Height), cancellationToken),
            _ => Rendering.Encode(request, Rendering.Draw(scene, size, cancellationToken), remembered?.ToText()),
        };

        return new Picture(
            bytes, request.Format, request.Width, request.Height,
            MeaningText.Describe(meaning, scene.Setting) + NotDrawn(scene) +
            (request.Format == PictureFormat.Png ? Forgotten(recipe, remembered) : ""));
    }

    // The next edit does not know the forgotten words.
    private static string Forgotten(Recipe recipe, Recipe? remembered)
        => remembered is null ? "; the file remembers nothing: its words are too long"
            : remembered.Words.Count == recipe.Words.Count ? ""
            : remembered.Words.Count == 2 ? "; the file remembers the prompt and the newest edit"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"; the file remembers the prompt and the newest {remembered.Words.Count - 1} edits");

    private static string NotDrawn(Scene scene)
    {
        var letters = EditLetters.Missing(scene.Writings.Select(writing => writing.Text));

        return scene.NotDrawn == 0 ? letters
            : letters + string.Create(CultureInfo.InvariantCulture, $"; {scene.NotDrawn} more not drawn");
    }

    public static Meaning Read(Recipe recipe, PictureFormat format)
    {
        var meaning = recipe.Read();
        var transparent = (recipe.Transparent || meaning.Transparent) && format != PictureFormat.Jpeg;

        return meaning with { Transparent = transparent };
    }

    /// <summary>Places all figures; the rest of the work only draws them.</summary>
    /// <remarks>Each edit changes the last scene, so that a figure that stays keeps its place.</remarks>
    public static Scene Compose(Recipe recipe, Meaning meaning, WorkingSize size)
    {
        var seed = SeededRandom.SeedOf(recipe.Words[0]) + (ulong)recipe.Variant * SeededRandom.VariantStep;
        var aspect = size.Width / (float)size.Height;
        IReadOnlyList<Meaning> steps = [.. recipe.Steps().SkipLast(1), meaning];
        var scene = Compose(steps[0]);
        for (var step = 1; step < steps.Count; step++)
        {
            scene = KeptPlaces.Apply(scene, Compose(steps[step]), steps[step - 1], steps[step]);
        }

        return scene with { Writings = [.. meaning.Letterings.Select(one => EditLetters.WritingOf(one, meaning))] };

        Scene Compose(Meaning one)
            => SceneComposer.Compose(one, aspect, seed, ArtworkShape.AspectOf, recipe.Variant);
    }
}
