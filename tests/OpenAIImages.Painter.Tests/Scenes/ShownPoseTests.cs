using OpenAIImages.Painter.Drawing.Sprites;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Scenes;

/// <summary>Checks that a scene shows the poses and acts of its figures, and that its subject is large.</summary>
public sealed class ShownPoseTests
{
    [Theory]
    [InlineData("a horse sleeping in a meadow")]
    [InlineData("a cat sleeping on a sofa")]
    [InlineData("a lion lying under a tree")]
    [InlineData("一只躺着的羊")]
    [InlineData("a girl lying on the grass")]
    [InlineData("a man sleeping on a bench")]
    public void A_figure_that_sleeps_or_lies_is_drawn_lying(string prompt)
    {
        var figure = Reading.Compose(prompt).Figures.Single(one => one.Lies);

        Assert.True(figure.Flatness < 0.8f);
    }

    [Theory]
    [InlineData("a dog")]
    [InlineData("a dog running")]
    [InlineData("a girl sitting on a bench")]
    public void A_figure_that_does_something_else_does_not_lie(string prompt)
        => Assert.DoesNotContain(Reading.Compose(prompt).Figures, one => one.Lies);

    [Fact]
    public void Two_people_who_lie_do_not_overlap()
    {
        var lying = Reading.Compose("two children lying in a meadow").Figures.OrderBy(one => one.X).ToList();

        Assert.Equal(2, lying.Count);
        Assert.True(WidthOf(lying[0]) + WidthOf(lying[1]) <= (lying[1].X - lying[0].X) * 2.05f);
        Assert.All(lying, one => Assert.InRange(one.X, WidthOf(one) / 2, 1 - WidthOf(one) / 2));
    }

    [Theory]
    [InlineData("an old man sleeping in a chair", false)]
    [InlineData("a boy sleeping on a sofa", true)]
    public void A_sleeper_sits_on_a_chair_and_lies_on_a_sofa(string prompt, bool lies)
    {
        var sleeper = Assert.Single(Reading.Compose(prompt).Figures, one => one.Asleep);

        Assert.Equal(lies, sleeper.Lies);
    }

    [Theory]
    [InlineData("an old man sleeping in a chair")]
    [InlineData("a giraffe sleeping")]
    public void The_sign_of_sleep_is_inside_the_picture(string prompt)
    {
        var sign = Find(Reading.Compose(prompt), "zzz");

        Assert.True(sign.Y - sign.Height >= 0);
    }

    [Fact]
    public void A_sleeping_bird_is_on_the_ground()
        => Assert.False(Reading.Compose("a bird sleeping").Figures.Single(one => one.Drawing == "bird").Airborne);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_rider_before_a_castle_is_large_and_near_the_middle(int variant)
    {
        var scene = Reading.Compose("a knight riding a white horse in front of a castle", variant);

        var (knight, horse, castle) = (Find(scene, "knight"), Find(scene, "horse"), Find(scene, "castle"));
        Assert.InRange(horse.X, scene.Width * 0.3f, scene.Width * 0.7f);
        Assert.True(horse.Depth > castle.Depth && horse.Y > castle.Y);
        Assert.True(horse.Height > castle.Height * 0.3f);
        Assert.True(horse.Y - (knight.Y - knight.Height) > castle.Height * 0.5f);
    }

    [Theory]
    [InlineData("a cat on a dog under a cat on a dog")]
    [InlineData("a bird on a horse under a bird")]
    public void A_carrier_takes_no_place_that_needs_its_rider(string prompt)
        => Assert.Equal(Reading.Read(prompt).Subjects.Count, Reading.Compose(prompt).Figures.Count);

    [Fact]
    public void The_viewer_is_nearer_to_a_large_thing_with_a_small_one_on_it()
    {
        var (alone, under) = (Reading.Compose("a sofa"), Reading.Compose("a cat on a sofa"));

        Assert.True(Find(under, "sofa").Height > Find(alone, "sofa").Height * 1.1f);
    }

    [Theory]
    [InlineData("a panda eating bamboo", "panda", "bamboo")]
    [InlineData("熊猫吃竹子", "panda", "bamboo")]
    [InlineData("a lion eating an apple", "lion", "red-apple")]
    public void Food_is_at_the_mouth_of_the_animal_that_eats_it(string prompt, string eater, string food)
    {
        var scene = Reading.Compose(prompt);

        var (animal, eaten) = (Find(scene, eater), Find(scene, food));
        Assert.InRange(eaten.X, animal.X - animal.Height * 0.3f, animal.X + animal.Height * 0.3f);
        Assert.InRange(eaten.Y - eaten.Height, animal.Y - animal.Height * 0.6f, animal.Y - animal.Height * 0.4f);
    }

    [Fact]
    public void A_reader_without_hands_has_the_book_on_the_ground()
    {
        var scene = Reading.Compose("a green dragon reading a book in a library");

        var (dragon, book) = (Find(scene, "dragon"), Find(scene, "open-book"));
        Assert.False(book.Airborne);
        Assert.InRange(book.Y, dragon.Y, dragon.Y + 0.1f);
    }

    [Theory]
    [InlineData("a boy skiing", "Snow")]
    [InlineData("一只企鹅戴着蓝色围巾滑雪", "Snow")]
    [InlineData("a girl on a sled", "Snow")]
    [InlineData("a snowman", "Snow")]
    [InlineData("a snowman on the beach", "Beach")]
    [InlineData("a pair of skis", "Studio")]
    public void Winter_sports_and_snowmen_are_in_snow_unless_the_prompt_names_a_place(string prompt, string place)
        => Assert.Equal(place, Reading.Compose(prompt).Place.ToString());

    [Fact]
    public void A_skier_is_higher_than_the_skis()
    {
        var scene = Reading.Compose("a boy skiing");

        Assert.True(Find(scene, "boy").Height > Find(scene, "skis").Height * 1.2f);
    }

    [Theory]
    [InlineData("a robot playing the piano on a stage", "robot", "grand-piano")]
    [InlineData("a girl playing the piano", "girl", "grand-piano")]
    public void A_piano_does_not_hide_its_player(string prompt, string player, string instrument)
    {
        var scene = Reading.Compose(prompt);

        var (one, piano) = (Find(scene, player), Find(scene, instrument));
        Assert.True(MathF.Abs(one.X - piano.X) > WidthOf(piano) * 0.38f);
    }

    [Fact]
    public void Lanterns_hang_on_cords_and_held_lanterns_do_not()
    {
        var street = Reading.Compose("three lanterns in a street");
        var held = Reading.Compose("a girl holding a lantern");

        Assert.Equal(3, street.Figures.Count(one => one.Hangs));
        Assert.DoesNotContain(held.Figures, one => one.Hangs);
    }

    private static float WidthOf(Figure figure) => figure.Height * ArtworkShape.AspectOf(figure.Drawing);

    private static Figure Find(Scene scene, string drawing) => scene.Figures.Single(one => one.Drawing == drawing);
}
