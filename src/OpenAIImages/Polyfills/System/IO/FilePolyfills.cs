namespace System.IO;

/// <summary>What <see cref="File"/> can do on newer targets.</summary>
internal static class FilePolyfills
{
    extension(File)
    {
        public static void Move(string source, string destination, bool overwrite)
        {
            if (overwrite && File.Exists(destination))
            {
                File.Replace(source, destination, destinationBackupFileName: null);
            }
            else
            {
                File.Move(source, destination);
            }
        }
    }
}
