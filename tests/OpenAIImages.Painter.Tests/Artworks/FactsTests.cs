using OpenAIImages.Painter.Artworks;

namespace OpenAIImages.Painter.Tests.Artworks;

public sealed class FactsTests
{
    [Fact]
    public void Facts_are_read_one_by_one()
    {
        var facts = FactReader.Read(["1.5m", "fur", "head .2 .1 .4 .3", "seat .5 .25", "worn hat"], Home.Meadow);

        Assert.Equal(
            new ArtworkFacts
            {
                Metres = 1.5f,
                HasFur = true,
                Head = new HeadAnchor(0.2f, 0.1f, 0.4f, 0.3f),
                Seat = new Anchor(0.5f, 0.25f),
                Worn = WornAt.Hat,
            },
            facts);
    }

    [Fact]
    public void An_unexplained_fact_is_refused()
        => Assert.Throws<FormatException>(() => FactReader.Read(["furr"], Home.Meadow));

    [Fact]
    public void Every_hat_and_tool_of_a_person_is_a_drawing()
    {
        var names = ArtworkBook.Names.ToHashSet(StringComparer.Ordinal);
        var wanted = names.Select(ArtworkBook.FactsOf)
            .SelectMany(facts => new[] { facts.Hat, facts.Tool }).OfType<string>().ToList();

        Assert.NotEmpty(wanted);
        Assert.All(wanted, name => Assert.Contains(name, names));
    }

    [Fact]
    public void Every_anchor_lies_in_its_drawing()
        => Assert.All(ArtworkBook.Names.Select(ArtworkBook.FactsOf), facts =>
        {
            Assert.All(
                new[]
                {
                    facts.Head?.X, facts.Head?.Top, facts.Seat?.X, facts.Seat?.Y, facts.Hand?.X, facts.Hand?.Y,
                    facts.Rim, facts.Cabin?.X, facts.Cabin?.Bottom,
                },
                place => Assert.InRange(place ?? 0, 0, 1));
        });

    [Theory]
    [InlineData("coin", "dog")]
    [InlineData("dog", "horse")]
    [InlineData("man-standing", "elephant")]
    [InlineData("elephant", "castle")]
    public void Things_have_their_true_sizes(string smaller, string larger)
        => Assert.True(ArtworkBook.FactsOf(smaller).Metres < ArtworkBook.FactsOf(larger).Metres);
}
