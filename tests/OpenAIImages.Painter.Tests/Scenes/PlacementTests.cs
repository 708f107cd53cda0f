using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Drawing.Sprites;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Tests.Scenes;

public sealed class PlacementTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Left_and_right_are_the_sides_that_the_viewer_sees(bool left)
        => Assert.All(Variants(Of("rock", (left ? Relation.LeftOf : Relation.RightOf, 1)), Of("house")), scene
            => Assert.Equal(left, Find(scene, "rock").X < Find(scene, "house").X));

    [Fact]
    public void A_figure_between_two_others_has_one_on_each_side()
        => Assert.All(
            Variants(Of("cat", (Relation.Between, 1), (Relation.Between, 2)), Of("dog"), Of("horse")), scene =>
            {
                var others = new[] { Find(scene, "dog").X, Find(scene, "horse").X };

                Assert.InRange(Find(scene, "cat").X, others.Min(), others.Max());
            });

    [Theory]
    [InlineData(true, 0, 0.5f)]
    [InlineData(false, 0.5f, 1)]
    public void A_subject_stays_on_its_side_of_the_picture(bool left, float from, float to)
        => Assert.All(
            Variants(Of("horse") with { Side = left ? Side.Left : Side.Right }),
            scene => Assert.InRange(Find(scene, "horse").X, from, to));

    [Theory]
    [InlineData("coin", "dog")]
    [InlineData("mouse", "elephant")]
    [InlineData("candle", "birthday-cake")]
    [InlineData("soccer-ball", "horse")]
    public void Things_beside_each_other_have_their_true_order_of_size(string small, string large)
        => Assert.All(Variants(Of(small), Of(large)), scene
            => Assert.True(Find(scene, small).Height < Find(scene, large).Height * 0.75f));

    [Fact]
    public void A_drawing_with_writing_is_never_mirrored()
        => Assert.All(
            Variants(Of("school"), Of("hospital"), Of("stop-sign")),
            scene => Assert.All(scene.Figures, figure => Assert.False(figure.Flip)));

    [Fact]
    public void A_hat_sits_on_the_head()
        => Assert.All(Variants(Of("cat", (Relation.Wearing, 1)), Of("top-hat")), scene =>
        {
            var (cat, hat) = (Find(scene, "cat"), Find(scene, "top-hat"));
            var head = SceneAnchors.HeadOf(cat, ArtworkShape.AspectOf);

            Assert.Equal(head.X, hat.X, 0.001f);
            Assert.InRange(hat.Y, head.Top, head.Eyes);
            Assert.True(hat.Depth > cat.Depth);
        });

    [Fact]
    public void A_figure_can_wear_two_things_and_hold_a_third()
    {
        var scene = Compose(
            0, Of("bear", (Relation.Wearing, 1), (Relation.Wearing, 2), (Relation.Holding, 3)), Of("top-hat"),
            Of("sunglasses"), Of("balloon"));

        Assert.Equal(
            ["balloon", "bear", "sunglasses", "top-hat"], scene.Figures.Select(figure => figure.Drawing).Order());
    }

    [Fact]
    public void A_garment_becomes_the_clothes_of_a_person()
    {
        var dress = Of("dress") with { Colours = [ColourName.Red] };

        var scene = Compose(0, Of("woman-standing", (Relation.Wearing, 1)), dress);

        var woman = Assert.Single(scene.Figures);
        Assert.Equal(new Garment(ColourName.Red, Long: true), woman.Garment);
        Assert.Equal(ToyBody.Person, ArtworkBook.FactsOf(woman.Drawing).Body);
    }

    [Theory]
    [InlineData("cat", "chair")]
    [InlineData("bird", "tree-branch")]
    [InlineData("teddy-bear", "bed")]
    public void A_figure_on_a_thing_is_at_the_seat_of_that_thing(string sitter, string holder)
        => Assert.All(Variants(Of(sitter, (Relation.On, 1)), Of(holder)), scene =>
        {
            var seat = ArtworkBook.FactsOf(holder).Seat!.Value;
            var place = SceneAnchors.At(Find(scene, holder), seat, ArtworkShape.AspectOf);

            Assert.Equal(place.Y, Find(scene, sitter).Y, 0.001f);
        });

    [Fact]
    public void A_basket_hides_the_lower_part_of_a_thing_in_it()
        => Assert.True(Find(Compose(0, Of("red-apple", (Relation.In, 1)), Of("basket")), "red-apple").Shown < 1);

    [Fact]
    public void Two_figures_before_the_same_thing_do_not_overlap()
    {
        var scene = Compose(0, Of("cook", (Relation.Before, 2)), Of("teacher", (Relation.Before, 2)), Of("hospital"));

        var (cook, teacher) = (Find(scene, "cook"), Find(scene, "teacher"));
        Assert.True(MathF.Abs(cook.X - teacher.X) > cook.Height * 0.4f);
    }

    [Fact]
    public void A_lantern_hangs()
        => Assert.All(
            Compose(0, Of("red-paper-lantern") with { Count = 3 }).Figures, one => Assert.True(one.Airborne));

    [Fact]
    public void Behind_and_before_decide_which_figure_is_drawn_first()
    {
        var behind = Compose(0, Of("fox", (Relation.Behind, 1)), Of("deciduous-tree"));
        var before = Compose(0, Of("fox", (Relation.Before, 1)), Of("deciduous-tree"));

        Assert.True(Find(behind, "fox").Depth < Find(behind, "deciduous-tree").Depth);
        Assert.True(Find(before, "fox").Depth > Find(before, "deciduous-tree").Depth);
    }

    [Theory]
    [InlineData("Running", "woman-standing", "woman-running")]
    [InlineData("Flying", "bird", "flying-bird")]
    public void A_pose_that_has_a_drawing_is_drawn_with_it(string pose, string noun, string drawing)
        => Assert.Equal(drawing, Compose(0, Of(noun) with { Pose = Enum.Parse<Pose>(pose) }).Figures[0].Drawing);

    [Fact]
    public void A_sleeping_figure_lies_flatter_under_a_sign_of_sleep()
    {
        var scene = Compose(0, Of("horse") with { Pose = Pose.Sleeping });

        Assert.True(Find(scene, "horse").Flatness < 1);
        Assert.Contains(scene.Figures, figure => figure.Drawing == "zzz");
    }

    [Theory]
    [InlineData(4_000, 1)]
    [InlineData(1, 4_000)]
    public void A_scene_has_at_most_500_figures_and_counts_the_missing_ones(int subjects, int count)
    {
        var many = Enumerable.Range(0, subjects).Select(_ => Of("cat") with { Count = count }).ToArray();

        var scene = Compose(0, many);

        Assert.Equal(SceneComposer.MostFigures, scene.Figures.Count);
        Assert.Equal(3_500, scene.NotDrawn);
        Assert.All(scene.Figures, figure => Assert.InRange(figure.X, 0, scene.Width));
    }

    [Fact]
    public void Four_variants_are_four_compositions()
    {
        var scenes = Variants(Of("cat")).ToList();

        var sizes = scenes.Select(scene => MathF.Round(scene.Figures[0].Height, 2)).Distinct();
        var places = scenes.Select(scene => MathF.Round(scene.Figures[0].X, 1)).Distinct();
        var hours = scenes.Select(scene => scene.Hour).Distinct();

        Assert.Equal(4, sizes.Count());
        Assert.True(places.Count() >= 3);
        Assert.Equal(4, hours.Count());
    }

    private static MeantSubject Of(string noun, params (Relation Kind, int Other)[] relations)
        => new(noun, noun, 1, [], 1)
        {
            Relations = [.. relations.Select(relation => new MeantRelation(relation.Kind, relation.Other))],
        };

    private static Figure Find(Scene scene, string drawing)
        => scene.Figures.Single(figure => figure.Drawing == drawing);

    private static IEnumerable<Scene> Variants(params MeantSubject[] subjects)
        => Enumerable.Range(0, 4).Select(variant => Compose(variant, subjects));

    private static Scene Compose(int variant, params MeantSubject[] subjects) => SceneComposer.Compose(
        new Meaning { Subjects = subjects }, 1, 7 + (ulong)variant * SeededRandom.VariantStep, ArtworkShape.AspectOf,
        variant);
}
