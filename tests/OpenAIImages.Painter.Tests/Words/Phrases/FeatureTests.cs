using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Words.Phrases;

public sealed class FeatureTests
{
    [Theory]
    [InlineData("a girl with green eyes", "1 girl; 1 green eye-pair")]
    [InlineData("a wizard with a white beard and a staff", "1 mage; 1 white beard; 1 wizard-staff")]
    [InlineData("a doll with red hair", "1 mannequin-doll; 1 red wig")]
    [InlineData("a unicorn with golden wings", "1 unicorn; 1 gold feather-wings")]
    [InlineData("a girl with big eyes", "1 girl")]
    [InlineData("a butterfly with blue wings", "1 butterfly")]
    [InlineData("a man without a beard", "1 man-standing")]
    public void Coloured_parts_are_drawn_on_their_owner(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Theory]
    [InlineData("a tailor with a measuring tape around his neck", "tailor Wearing measuring-tape")]
    [InlineData("grandpa in an armchair with a puppy on his lap", "old-man In armchair; dog On old-man")]
    [InlineData("people with newspapers over their heads", "newspaper Above person-standing")]
    [InlineData("a hedgehog with an apple on its back", "red-apple On hedgehog")]
    public void A_part_of_a_body_stands_for_its_owner(string prompt, string relations)
        => Assert.Equal(relations, Reading.Relations(prompt));
}
