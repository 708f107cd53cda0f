using System;
using System.IO;

namespace OpenAIImages.NetFramework
{
    /// <summary>A directory that exists as long as a check.</summary>
    internal sealed class Folder : IDisposable
    {
        private readonly string _path = Path.Combine(Path.GetTempPath(), "images-" + Guid.NewGuid().ToString("N"));

        public Folder() => Directory.CreateDirectory(_path);

        /// <summary>Gets the names of the files, in their order.</summary>
        public string[] Files
        {
            get
            {
                var names = Array.ConvertAll(Directory.GetFiles(_path), Path.GetFileName);
                Array.Sort(names, StringComparer.Ordinal);

                return names;
            }
        }

        public string this[string name] => Path.Combine(_path, name);

        public void Dispose() => Directory.Delete(_path, recursive: true);
    }
}
