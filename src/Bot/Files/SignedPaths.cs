using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SupervisionBot.Bot.Files;

/// <summary>
/// Addresses of papers that open for a while without the cookie, and show what the person they were made for may see: phones hand a Word file to another
/// program, which has no cookie.
/// </summary>
internal sealed class SignedPaths(IDataProtectionProvider protection, TimeProvider machine)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private readonly IDataProtector protector = protection.CreateProtector("Papers.Path");

    /// <summary>The path with a signature for one reader.</summary>
    public string Sign(string path, Guid personId)
    {
        var until = (machine.GetUtcNow() + Lifetime).ToUnixTimeMilliseconds();
        return $"{path}?t={protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{until}|{personId:N}|{path}"))}";
    }

    /// <summary>The reader for whom this path was signed; null where the signature is not ours, for another path, or expired.</summary>
    public Guid? ReaderOf(string path, string? signature)
    {
        if (string.IsNullOrEmpty(signature))
        {
            return null;
        }

        try
        {
            var parts = protector.Unprotect(signature).Split('|', 3);
            var until = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[0], CultureInfo.InvariantCulture));
            return until > machine.GetUtcNow() && string.Equals(parts[2], path, StringComparison.OrdinalIgnoreCase)
                ? Guid.ParseExact(parts[1], "N")
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
