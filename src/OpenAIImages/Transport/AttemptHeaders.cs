using System.Net.Http.Headers;
using OpenAIImages.Calls;

namespace OpenAIImages.Transport;

/// <summary>Gives a message the headers of the options and of the request for one attempt, and then its former headers
/// again.</summary>
/// <remarks>A list is made only for a message that had such headers before.</remarks>
internal static class AttemptHeaders
{
    private const string Organization = "OpenAI-Organization";

    private const string Project = "OpenAI-Project";

    private delegate void Step(HttpRequestHeaders headers, string name, string value, ref List<Header>? found);

    /// <summary>Finds the headers that the attempt replaces.</summary>
    /// <returns>The headers with their values; <see langword="null"/> when the message has none of them.</returns>
    public static List<Header>? Find(
        HttpRequestHeaders headers,
        ServiceRoute route,
        string? token,
        ImageClientOptions options,
        CallSettings settings)
    {
        List<Header>? found = null;
        ForEach(Find, headers, route.KeyHeader, token, options, settings, ref found);

        return found;
    }

    /// <summary>Sets the headers of the attempt.</summary>
    public static void Set(
        HttpRequestHeaders headers,
        ServiceRoute route,
        string? token,
        ImageClientOptions options,
        CallSettings settings)
    {
        List<Header>? none = null;
        ForEach(Set, headers, route.KeyHeader, route.KeyValueOf(token), options, settings, ref none);
    }

    /// <summary>Removes the headers of the attempt, and puts back the replaced headers.</summary>
    public static void Restore(
        HttpRequestHeaders headers,
        ServiceRoute route,
        string? token,
        ImageClientOptions options,
        CallSettings settings,
        List<Header>? replaced)
    {
        List<Header>? none = null;
        ForEach(Remove, headers, route.KeyHeader, token, options, settings, ref none);
        foreach (var header in replaced ?? [])
        {
            headers.Remove(header.Name);
            headers.TryAddWithoutValidation(header.Name, header.Values);
        }
    }

    private static void ForEach(
        Step step,
        HttpRequestHeaders headers,
        string keyHeader,
        string? key,
        ImageClientOptions options,
        CallSettings settings,
        ref List<Header>? found)
    {
        Take(keyHeader, key, ref found);
        Take(Organization, options.OrganizationId, ref found);
        Take(Project, options.ProjectId, ref found);
        foreach (var header in options.Headers)
        {
            Take(header.Key, header.Value, ref found);
        }

        foreach (var header in settings.Headers)
        {
            Take(header.Key, header.Value, ref found);
        }

        void Take(string name, string? value, ref List<Header>? found)
        {
            if (value is not null)
            {
                step(headers, name, value, ref found);
            }
        }
    }

    // Reading a header in another way would parse and change its values.
    private static void Find(HttpRequestHeaders headers, string name, string value, ref List<Header>? found)
    {
        if (headers.NonValidated.Contains(name))
        {
            var own = headers.NonValidated.First(
                header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
            (found ??= []).Add(new Header(own.Key, own.Value.ToArray()));
        }
    }

    private static void Set(HttpRequestHeaders headers, string name, string value, ref List<Header>? found)
    {
        headers.Remove(name);
        headers.TryAddWithoutValidation(name, value);
    }

    private static void Remove(HttpRequestHeaders headers, string name, string value, ref List<Header>? found)
        => headers.Remove(name);

    /// <summary>A header of a message.</summary>
    internal sealed record Header(string Name, string[] Values);
}
