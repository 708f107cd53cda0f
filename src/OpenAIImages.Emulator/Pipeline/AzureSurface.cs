using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Parameters;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>The rules that differ when an operation is called at one of Azure's addresses.</summary>
internal sealed class AzureSurface(ModelCatalog catalog)
{
    public const string Folder = "/openai";
    public const string Deployments = Folder + "/deployments/{deployment}";

    public static bool IsAzure(HttpContext context) => context.Request.Path.StartsWithSegments(Folder);

    public static bool IsDeployment(HttpContext context) => context.GetRouteValue("deployment") is not null;

    /// <summary>Lets a request pass only if it names the version of the API.</summary>
    public static RequestDelegate Versioned(RequestDelegate handle)
        => context => HasVersion(context) ? handle(context) : throw new ApiException(RequestRefusals.NoResource);

    /// <summary>Finds the model of a request: the model of the deployment, or else the model that the body names.
    /// </summary>
    /// <exception cref="ApiException">There is no such model or deployment, or the version is missing.</exception>
    public ModelRules FindModel(HttpContext context, ParameterSet fields)
    {
        return context.GetRouteValue("deployment") is string deployment
            ? AsAzure(FindDeployment(context, deployment))
            : FindModel(fields, IsAzure(context));
    }

    /// <summary>Finds the model that the body of a request names.</summary>
    /// <exception cref="ApiException">There is no such model.</exception>
    public ModelRules FindModel(ParameterSet fields, bool isAzure)
    {
        var model = catalog.Find(fields.TextUnlessAbsent("model"));

        return isAzure ? AsAzure(model) : model;
    }

    private static ModelRules AsAzure(ModelRules model) => model with
    {
        Formats = [.. model.Formats.Where(format => format != "webp")],
        Inputs = model.Inputs with
        {
            MediaTypes = [.. model.Inputs.MediaTypes.Where(type => type != "image/webp")],
        },
    };

    private static bool HasVersion(HttpContext context)
        => !string.IsNullOrEmpty(context.Request.Query["api-version"]);

    private ModelRules FindDeployment(HttpContext context, string deployment)
        => !HasVersion(context)
            ? throw new ApiException(RequestRefusals.NoResource)
            : catalog.FindDeployment(deployment) ?? throw new ApiException(RequestRefusals.NoDeployment);
}
