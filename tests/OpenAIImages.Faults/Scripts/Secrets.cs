using System.Text.RegularExpressions;
using OpenAIImages.Faults.Origins;

namespace OpenAIImages.Faults.Scripts;

/// <summary>The secrets that no emitted text may hold.</summary>
internal static partial class Secrets
{
    public const string Key = "sk-fault-5up3r53cr3tk3y0123456789";

    private const int PieceLength = 24;

    /// <summary>Finds secrets in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pictures">The sent and received pictures; no piece of them may show either.</param>
    public static IEnumerable<string> FindIn(string text, IEnumerable<byte[]> pictures)
    {
        // Even the beginning of the key is a secret, since it identifies the key.
        if (text.Contains(Key[..16], StringComparison.Ordinal))
        {
            yield return "The key was emitted.";
        }

        // The pattern finds any encoding of the prompt: encoders keep letters, and differ only in spaces.
        if (SecretWords().IsMatch(text) || text.Contains("order-", StringComparison.Ordinal))
        {
            yield return "The prompt was emitted.";
        }

        if (text.Contains(CannedOrigin.Signature, StringComparison.Ordinal))
        {
            yield return "The signature of a link was emitted.";
        }

        if (pictures.SelectMany(Pieces).Any(piece => text.Contains(piece, StringComparison.Ordinal)))
        {
            yield return "A part of a picture was emitted.";
        }
    }

    [GeneratedRegex("fox.{1,12}that.{1,12}nobody|nobody.{1,12}may.{1,12}read")]
    private static partial Regex SecretWords();

    // The pieces come from the beginning, the middle and the end: any other piece would be as likely.
    private static IEnumerable<string> Pieces(byte[] picture)
    {
        var base64 = Convert.ToBase64String(picture);
        foreach (var at in new[] { 0, PieceLength, base64.Length / 2, base64.Length - (2 * PieceLength) })
        {
            if (at >= 0 && at + PieceLength <= base64.Length)
            {
                yield return base64.Substring(at, PieceLength);
            }
        }
    }
}
