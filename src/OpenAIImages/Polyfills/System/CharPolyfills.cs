namespace System;

internal static class CharPolyfills
{
    extension(char)
    {
        public static bool IsAsciiLetterOrDigit(char letter)
            => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
    }
}
