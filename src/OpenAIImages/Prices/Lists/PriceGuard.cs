namespace OpenAIImages.Prices.Lists;

/// <summary>Checks amounts and their factors.</summary>
internal static class PriceGuard
{
    public static decimal? Rate(decimal? value, string name)
        => value is not < 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "A price must not be negative.");

    public static decimal Factor(decimal value, string name)
        => value > 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "The factor must be more than 0.");
}
