using OpenAIImages.Faults.Origins;

namespace OpenAIImages.Faults.Faults;

/// <summary>The parts of a request that a broken server repeats: its secrets, and a piece of the picture.</summary>
internal static class Echo
{
    private const int PieceLength = 160;

    public static string Of(WireRequest request)
    {
        if (request.Method == "GET")
        {
            return request.Target;
        }

        var order = Order.Find(request.Body);
        var base64 = Convert.ToBase64String(order.Pictures.First());
        var piece = base64[..Math.Min(PieceLength, base64.Length)];

        return $"{request.Header("Authorization")} {order.Prompt} {piece}";
    }
}
