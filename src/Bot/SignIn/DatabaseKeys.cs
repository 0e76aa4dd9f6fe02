using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.SignIn;

/// <summary>Data Protection keys as rows, for installations whose processes share nothing but the database.</summary>
internal sealed class DatabaseKeys(WorkDbFactory factory) : IXmlRepository
{
    private const string Prefix = "data-protection:";
    private readonly SharedSettings settings = new(factory);

    public IReadOnlyCollection<XElement> GetAllElements() => [.. settings.Read(Prefix).Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        settings.Add(Prefix + friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
