using System.Runtime.CompilerServices;

namespace OpenAIImages.Calls;

/// <summary>Marks exceptions of a user's own code that ended a call before anything was sent.</summary>
/// <remarks>Such an exception reaches the caller as it is, and cannot say by itself that nothing was billed. Budgets
/// and journals ask here.</remarks>
internal static class UnsentFault
{
    private static readonly ConditionalWeakTable<Exception, object> Marked = new();

    /// <summary>Marks an exception.</summary>
    public static void Mark(Exception fault) => Marked.GetValue(fault, static _ => new object());

    /// <summary>Finds out whether an exception is marked.</summary>
    public static bool IsMarked(Exception fault) => Marked.TryGetValue(fault, out _);
}
