using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenAIImages.Faults.Origins;

/// <summary>The pictures that a call requests.</summary>
/// <remarks>The prompt holds the order, and the origin finds it there in any form of the body.</remarks>
/// <param name="Seed">Decides the bytes of the pictures.</param>
/// <param name="Length">The length of each picture, in bytes.</param>
/// <param name="Count">The number of pictures.</param>
/// <param name="Delivery">The form in which they come.</param>
internal sealed partial record Order(int Seed, int Length, int Count, Delivery Delivery)
{
    /// <summary>The words of every prompt; only the service may see them.</summary>
    public const string SecretWords = "a fox that nobody may read about";

    public string Prompt => $"{SecretWords}, order-{Seed}-{Length}-{Count}-{Delivery}.";

    /// <summary>Gets the right pictures, in order.</summary>
    public IEnumerable<byte[]> Pictures
        => Enumerable.Range(0, Count).Select(place => Picture.Make(Seed, place, Length));

    public static Order Find(ReadOnlySpan<byte> body)
    {
        var found = Pattern().Match(Encoding.Latin1.GetString(body));
        if (!found.Success)
        {
            throw new InvalidDataException("The request holds no order.");
        }

        var delivery = Enum.Parse<Delivery>(found.Groups[4].Value);

        return new Order(Number(found, 1), Number(found, 2), Number(found, 3), delivery);
    }

    private static int Number(Match found, int group)
        => int.Parse(found.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"order-(\d+)-(\d+)-(\d+)-(\w+)\.")]
    private static partial Regex Pattern();
}
