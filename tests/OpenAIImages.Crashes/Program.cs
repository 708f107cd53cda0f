using System.Globalization;
using OpenAIImages.Crashes.Catalogues;

// Kills programs while they buy pictures, and counts at the offline service what was bought. The service is in this
// process and the programs are in processes of their own. Run by .ci/catalogue-kill.
return args switch
{
    ["catalogue", var program, var products, var kills, var seed]
        => await new CatalogueTrial(program, Number(products), Number(kills), Number(seed)).RunAsync(),
    _ => Explain(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Explain()
{
    Console.Error.WriteLine("catalogue PROGRAM PRODUCTS KILLS SEED");

    return 2;
}
