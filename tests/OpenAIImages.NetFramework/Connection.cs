using System;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace OpenAIImages.NetFramework
{
    /// <summary>One connection, seen from the server.</summary>
    internal sealed class Connection
    {
        private const string HeadEnds = "\r\n\r\n";

        private readonly Stream _stream;

        public Connection(Stream stream) => _stream = stream;

        /// <summary>Reads one request with a small body; its head gives the length, or an empty chunk ends it.
        /// </summary>
        /// <returns>Whether a whole request came.</returns>
        public async Task<bool> ReadRequestAsync()
        {
            var text = new StringBuilder();
            var buffer = new byte[4096];
            var isAsked = false;
            while (!IsWhole(text.ToString()))
            {
                var read = await _stream.ReadAsync(buffer, 0, buffer.Length);
                if (read == 0)
                {
                    return false;
                }

                text.Append(Encoding.ASCII.GetString(buffer, 0, read));

                // .NET Framework waits for the reply 100 before it sends a body.
                if (!isAsked && Regex.IsMatch(text.ToString(), "Expect: 100-continue", RegexOptions.IgnoreCase))
                {
                    isAsked = true;
                    await WriteAsync("HTTP/1.1 100 Continue\r\n\r\n");
                }
            }

            return true;
        }

        public async Task WriteAsync(string text)
        {
            var bytes = Encoding.ASCII.GetBytes(text);
            await _stream.WriteAsync(bytes, 0, bytes.Length);
        }

        private static bool IsWhole(string text)
        {
            var head = text.IndexOf(HeadEnds, StringComparison.Ordinal);
            if (head < 0)
            {
                return false;
            }

            var length = Regex.Match(text.Substring(0, head), @"Content-Length: (\d+)", RegexOptions.IgnoreCase);

            if (!length.Success)
            {
                return text.EndsWith("0\r\n\r\n", StringComparison.Ordinal);
            }

            var body = text.Length - head - HeadEnds.Length;

            return body >= int.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture);
        }
    }
}
