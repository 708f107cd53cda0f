namespace System;

internal static class StringPolyfills
{
    public static bool StartsWith(this string text, char letter) => text.Length > 0 && text[0] == letter;

    public static bool EndsWith(this string text, char letter) => text.Length > 0 && text[text.Length - 1] == letter;
}
