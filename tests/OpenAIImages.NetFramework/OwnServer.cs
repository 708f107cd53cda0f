using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace OpenAIImages.NetFramework
{
    /// <summary>A server that reads each request to its end, lets the check answer it, and closes the
    /// connection.</summary>
    internal sealed class OwnServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Func<Connection, Task, Task> _answer;
        private int _requests;

        /// <summary>Starts a server.</summary>
        /// <param name="answer">Answers a request; gets the connection and a task that ends with the server.</param>
        public OwnServer(Func<Connection, Task, Task> answer)
        {
            _answer = answer;
            _listener.Start();
            _ = ListenAsync();
        }

        public int Requests => Volatile.Read(ref _requests);

        public ImageClientOptions Options => new()
        {
            ApiKey = "offline",
            Endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1/"),
        };

        public void Dispose()
        {
            _ended.TrySetResult(true);
            _listener.Stop();
        }

        private async Task ListenAsync()
        {
            while (!_ended.Task.IsCompleted)
            {
                TcpClient visitor;
                try
                {
                    visitor = await _listener.AcceptTcpClientAsync();
                }
                catch (Exception e) when (e is ObjectDisposedException or SocketException)
                {
                    return;
                }

                _ = ServeAsync(visitor);
            }
        }

        private async Task ServeAsync(TcpClient visitor)
        {
            using (visitor)
            {
                var connection = new Connection(visitor.GetStream());
                if (await connection.ReadRequestAsync())
                {
                    Interlocked.Increment(ref _requests);
                    await _answer(connection, _ended.Task);
                }
            }
        }
    }
}
