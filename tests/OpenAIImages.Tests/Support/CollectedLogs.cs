using System.Text;
using Microsoft.Extensions.Logging;

namespace OpenAIImages.Tests.Support;

/// <summary>Keeps every log entry.</summary>
internal sealed class CollectedLogs : ILoggerProvider, ILogger
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _lines = [];

    public string Text => _text.ToString();

    /// <summary>The messages with their levels and numbers, without exceptions.</summary>
    public IReadOnlyList<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        var message = formatter(state, exception);
        _lines.Add($"{logLevel} {eventId.Id}: {message}");
        _text.AppendLine(message).AppendLine(exception?.ToString());
    }

    public void Dispose()
    {
    }
}
