using System.Runtime.CompilerServices;

namespace OpenAIImages.Calls;

/// <summary>Marks exceptions that ended a call before the client sent anything: exceptions of the user's code, and that
/// of a disposed client.</summary>
/// <remarks>Such an exception reaches the caller unchanged, and cannot itself say that nothing was billed. Budgets and
/// journals ask this class.</remarks>
internal static class UnsentFault
{
    private static readonly ConditionalWeakTable<Exception, object> Marked = new();

    /// <summary>Marks an exception.</summary>
    public static void Mark(Exception fault) => Marked.GetValue(fault, static _ => new object());

    /// <summary>Returns whether an exception is marked.</summary>
    public static bool IsMarked(Exception fault) => Marked.TryGetValue(fault, out _);
}
