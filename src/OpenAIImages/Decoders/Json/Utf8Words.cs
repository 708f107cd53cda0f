using System.Text;

namespace OpenAIImages.Decoders;

/// <summary>Words that replies are full of, found by their bytes, so that they cost no string.</summary>
/// <remarks>Each keeps its bytes: to encode them anew for every comparison took a fifth of a small call.</remarks>
internal sealed class Utf8Words
{
    private readonly Word[][] _byLength;

    public Utf8Words(params string[] words)
    {
        _byLength = new Word[words.Max(word => word.Length) + 1][];
        for (var length = 0; length < _byLength.Length; length++)
        {
            _byLength[length] = Array.ConvertAll(
                Array.FindAll(words, word => word.Length == length), word => new Word(word));
        }
    }

    /// <summary>Finds a word.</summary>
    /// <returns>The word; <see langword="null"/> when it is not among them.</returns>
    public string? Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < _byLength.Length)
        {
            foreach (var word in _byLength[bytes.Length])
            {
                if (bytes.SequenceEqual(word.Bytes))
                {
                    return word.Text;
                }
            }
        }

        return null;
    }

    private sealed class Word(string text)
    {
        public string Text { get; } = text;

        public byte[] Bytes { get; } = Encoding.UTF8.GetBytes(text);
    }
}
