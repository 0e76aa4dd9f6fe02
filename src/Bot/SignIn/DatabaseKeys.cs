using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.SignIn;

/// <summary>Data Protection keys as rows, for installations whose processes share nothing but the database. The interface is synchronous.</summary>
internal sealed class DatabaseKeys(WorkDbFactory factory) : IXmlRepository
{
    private const string Prefix = "data-protection:";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = factory.Open();
        return db.Settings.AsNoTracking().Where(s => s.Key.StartsWith(Prefix)).Select(s => s.Value).ToList().ConvertAll(XElement.Parse);
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = factory.Open();
        // "key-" and a Guid; the column holds sixty characters.
        db.Settings.Add(new Setting { Key = Prefix + friendlyName, Value = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
