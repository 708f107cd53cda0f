using OpenAIImages.Painter.Words.Bindings;
using OpenAIImages.Painter.Words.Choices;
using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Phrases;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words;

/// <summary>Reads the meaning of any prompt without failing, and lists the unknown words.</summary>
internal static class PromptReader
{
    public static Meaning Read(string prompt)
    {
        var folded = FoldedText.Of(prompt);
        var draft = new Draft();
        var tokens = SenseChoice.Settle(QuotePhrases.Settle(Tokenizer.Cut(folded), folded));
        WordChoice.Decide(tokens);
        var things = tokens.ToList();
        BackgroundPhrases.Take(things, draft);
        ThingPhrases.Read(things, draft);
        CountBinding.Take(draft);
        ContentPhrases.Take(draft);
        LetteringPhrases.Take(draft);
        NegationPhrases.Take(draft);
        SidePhrases.Take(draft);
        AttributePhrases.Take(draft);
        Binding.Bind(draft);
        RelationCorrection.Apply(draft);

        return MeaningBuilder.Build(draft, tokens, folded);
    }
}
