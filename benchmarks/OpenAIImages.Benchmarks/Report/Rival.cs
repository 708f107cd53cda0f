namespace OpenAIImages.Benchmarks.Report;

/// <summary>The names of the rivals: the names of their benchmarks, and the names that readers know.</summary>
internal static class Rival
{
    public const string Official = "OpenAI";
    public const string Betalgo = "Betalgo";
    public const string ByHand = "ByHand";
    public const string Ours = "Ours";
    public const string OursToDestination = "OursToDestination";
    public const string OursWithEverything = "OursWithEverything";
    public const string Floor = "Floor";
    public const string Painter = "Painter";

    /// <summary>Gets all of them, in the order of tables.</summary>
    public static string[] InOrder { get; } =
        [Official, Betalgo, ByHand, Ours, OursToDestination, OursWithEverything, Floor, Painter];

    /// <summary>Returns the name to show; the name of another author's package includes its version.</summary>
    public static string NameOf(string rival) => rival switch
    {
        Official => $"OpenAI {VersionOf(typeof(global::OpenAI.OpenAIClient))}",
        Betalgo => $"Betalgo {VersionOf(typeof(global::Betalgo.Ranul.OpenAI.OpenAIOptions))}",
        ByHand => "by hand",
        Ours => "OpenAIImages",
        OursToDestination => "OpenAIImages to a stream",
        OursWithEverything => "OpenAIImages, everything switched on",
        Floor => "floor",
        Painter => "OpenAIImages.Painter",
        _ => rival,
    };

    private static string VersionOf(Type type)
        => System.Diagnostics.FileVersionInfo.GetVersionInfo(type.Assembly.Location).ProductVersion!.Split('+')[0];
}
