namespace System.Security.Cryptography;

internal static class HashPolyfills
{
    extension(SHA256)
    {
        public static byte[] HashData(byte[] source)
        {
            using var hash = SHA256.Create();

            return hash.ComputeHash(source);
        }
    }
}
