namespace OpenAIImages.Extensions.AI.Tests.Support;

/// <summary>Bytes that look like image files from their beginning.</summary>
internal static class Pictures
{
    public static byte[] Png { get; } = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 1, 2, 3, 4, 5, 6, 7, 8];

    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 1, 0, 0, 1];
}
