using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Words;

public sealed class PlainEnglishTests
{
    [Theory]
    [InlineData("cold milk and six eggs in the fridge", "glass-of-milk In fridge; egg In fridge")]
    [InlineData("grandma cooking soup in a big red pot", "old-woman Facing soup-bowl; soup-bowl In pot")]
    [InlineData("a plumber fixing a pipe under the sink", "plumber Facing water-pipe; water-pipe Under kitchen-sink")]
    [InlineData("a dad pushing his daughter on a swing",
        "man-standing Holding woman-standing; woman-standing On tree-swing")]
    [InlineData("a christmas tree with ornaments and presents under it",
        "christmas-bauble On christmas-tree; wrapped-gift Under christmas-tree")]
    [InlineData("Santa climbing into a chimney with his sack",
        "santa-claus In chimney-stack; santa-claus Holding flour-sack")]
    [InlineData("a fisherman in a boat with a fishing rod", "fisherman In sailboat; fisherman Holding fishing-pole")]
    [InlineData("a burger with fries", "hamburger Beside french-fries")]
    [InlineData("a boy on crutches", "boy Holding crutch")]
    [InlineData("a magician with a rabbit and a top hat", "mage Beside rabbit; mage Wearing top-hat")]
    [InlineData("the sun with sunglasses", "sun-disc Wearing sunglasses")]
    [InlineData("toast with jam", "jam-jar On toast")]
    [InlineData("a bag of oranges", "tangerine In backpack")]
    public void Things_have_the_relations_that_the_prompt_names(string prompt, string relations)
        => Assert.Equal(relations, Reading.Relations(prompt));

    [Theory]
    [InlineData("can you draw a hedgehog", "1 hedgehog")]
    [InlineData("a glass of water", "1 water-glass")]
    [InlineData("delivering letters", "3 envelope")]
    [InlineData("a family of four", "4 person-standing")]
    [InlineData("a red car and a blue one", "1 red automobile; 1 blue automobile")]
    [InlineData("a dinosaur toy", "1 t-rex")]
    [InlineData("an elephant and her baby", "1 elephant; 1 elephant")]
    [InlineData("a sunflower taller than a boy", "1 sunflower; 1 boy")]
    [InlineData("an ambulance with blue lights", "1 ambulance; 3 blue siren-light")]
    [InlineData("a bowl of fruit with apples", "1 bowl-with-spoon; 3 red-apple")]
    [InlineData("a violin in a case", "1 violin; 1 instrument-case")]
    [InlineData("a case", "")]
    [InlineData("a golden statue of a cat", "1 gold cat")]
    [InlineData("the sun with sunglasses", "1 sun-disc; 1 sunglasses")]
    [InlineData("a pumpkin field", "7 pumpkin")]
    [InlineData("a turtle with a snail on its shell", "1 turtle; 1 snail")]
    [InlineData("poker chips", "")]
    [InlineData("a snowboard stuck in the snow", "1 snow-board")]
    [InlineData("a newspaper stand", "1 food-stall")]
    [InlineData("a pool noodle", "")]
    [InlineData("a rocket launch", "1 rocket")]
    [InlineData("a pumpkin on a silver platter", "1 pumpkin; 1 silver plate")]
    public void Plain_words_draw_the_meant_things(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Theory]
    [InlineData("an empty bench", "person-standing")]
    [InlineData("an empty birdcage", "bird")]
    [InlineData("an empty bowl", "")]
    [InlineData("a boy on an empty beach", "")]
    public void An_empty_place_shows_no_people_and_no_birds(string prompt, string unwanted)
    {
        var meaning = Reading.Read(prompt);

        Assert.Equal(unwanted, string.Join("; ", meaning.Unwanted.Select(subject => subject.Noun)));
    }

    [Theory]
    [InlineData("a jellyfish in the dark sea", "Day")]
    [InlineData("a jellyfish in the dark", "Night")]
    public void Dark_says_the_time_only_without_a_noun(string prompt, string time)
        => Assert.Equal(time, $"{Reading.Read(prompt).Time}");

    [Theory]
    [InlineData("a boy flying a kite", "None")]
    [InlineData("a superhero flying over the city", "Flying")]
    [InlineData("an airplane flying through clouds", "Flying")]
    [InlineData("a paper boat floating on a puddle", "None")]
    [InlineData("kids raising their hands", "Waving")]
    public void The_subject_has_the_meant_pose(string prompt, string pose)
        => Assert.Equal(pose, $"{Reading.Read(prompt).Subjects[0].Pose}");

    [Fact]
    public void Blowing_leaves_of_autumn_show_the_wind_and_the_season()
    {
        var meaning = Reading.Read("autumn leaves blowing around a bench");

        Assert.Equal("Autumn Wind", $"{meaning.Season} {meaning.Weather}");
    }
}
