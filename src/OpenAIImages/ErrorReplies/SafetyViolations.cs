namespace OpenAIImages.ErrorReplies;

/// <summary>Reads the categories in a message that ends in <c>safety_violations=[a, b].</c></summary>
/// <remarks>Older servers and Azure name the categories nowhere else.</remarks>
internal static class SafetyViolations
{
    private const int MaxCategories = 32;

    public static IReadOnlyList<string> Read(string? message)
    {
        if (message?.IndexOf(ErrorCodes.SafetyViolationsMarker, StringComparison.Ordinal) is not (>= 0 and var at))
        {
            return [];
        }

        var start = at + ErrorCodes.SafetyViolationsMarker.Length;
        var end = message.IndexOf(']', start);
        if (end < 0)
        {
            return [];
        }

        return [.. message.Substring(start, end - start)
            .Split(',')
            .Select(category => category.Trim())
            .Where(category => category.Length > 0)
            .Take(MaxCategories)];
    }
}
