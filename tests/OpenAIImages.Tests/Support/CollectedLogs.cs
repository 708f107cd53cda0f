using System.Text;
using Microsoft.Extensions.Logging;

namespace OpenAIImages.Tests.Support;

/// <summary>Keeps everything that is logged.</summary>
internal sealed class CollectedLogs : ILoggerProvider, ILogger
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _lines = [];

    public string Text => _text.ToString();

    /// <summary>Each message with its level and number, exceptions apart.</summary>
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
