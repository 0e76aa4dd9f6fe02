using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace SupervisionBot.Bot.SignIn;

/// <summary>The cookie that remembers who has signed in: HttpOnly, SameSite=Lax, twelve hours after the last use.</summary>
internal static class SignInCookie
{
    internal static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>The person who has signed in in this browser; null if nobody has.</summary>
    internal static Guid? PersonId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    internal static Task SignInPersonAsync(this HttpContext context, Guid personId)
    {
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, personId.ToString())],
            CookieAuthenticationDefaults.AuthenticationScheme
        );
        return context.SignInAsync(new ClaimsPrincipal(identity));
    }

    /// <summary>People who are not signed in are told so; there is no other page to send them to.</summary>
    internal static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "supervisionbot";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        // A span, not a moment: the clocks of office computers are not always right.
        options.Cookie.MaxAge = Lifetime;
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = Answer(StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = Answer(StatusCodes.Status403Forbidden);
    }

    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> Answer(int status) =>
        context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
}
