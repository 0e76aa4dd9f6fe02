using Microsoft.EntityFrameworkCore;

namespace SupervisionBot.Core.Persistence;

/// <summary>Small values under a prefix that all processes on the database share. Synchronous, because those who keep keys here ask synchronously.</summary>
public sealed class SharedSettings(WorkDbFactory factory)
{
    public IReadOnlyList<string> Read(string prefix)
    {
        using var db = factory.Open();
        return [.. db.Settings.AsNoTracking().Where(s => s.Key.StartsWith(prefix)).OrderBy(s => s.Key).Select(s => s.Value)];
    }

    public void Add(string key, string value)
    {
        using var db = factory.Open();
        db.Settings.Add(new Setting { Key = key, Value = value });
        db.SaveChanges();
    }
}
