using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Pages;

/// <summary>Somebody with a browser: signed in, asks for pages, sends their forms back.</summary>
internal sealed partial class Reader(HttpClient client) : IDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The last page, as text.</summary>
    public string Html { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    public string? Location { get; private set; }

    /// <summary>What the last page allows scripts and styles.</summary>
    public string Policy { get; private set; } = "";

    /// <summary>Opens a browser; without a login, for somebody who has not signed in.</summary>
    public static async Task<Reader> SignInAsync(BotHost host, string? login, string accept = "text/html")
    {
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Add("Accept", accept);
        if (login is not null)
        {
            using var answer = await client.PostAsJsonAsync("/demo/sign-in", new { person = login }, Cancel);
            answer.EnsureSuccessStatusCode();
        }

        return new Reader(client);
    }

    public async Task GetAsync(string path) => await KeepAsync(await client.GetAsync(new Uri(path, UriKind.Relative), Cancel));

    /// <summary>Sends a form of the last page back: its hidden fields and the given ones, to one of its handlers.</summary>
    public async Task SendAsync(string path, string handler, params IEnumerable<(string Name, string Value)> fields)
    {
        var all = Token().Matches(Html).Select(m => KeyValuePair.Create("__RequestVerificationToken", m.Groups[1].Value)).Take(1);
        using var content = new FormUrlEncodedContent([.. all, .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        await KeepAsync(await client.PostAsync(new Uri($"{path}?handler={handler}", UriKind.Relative), content, Cancel));
    }

    /// <summary>Sends the form of the last page back to where it came from, with files beside its fields.</summary>
    public async Task UploadAsync(
        string path,
        IEnumerable<(string Field, string Name, byte[] Content)> files,
        params IEnumerable<(string Name, string Value)> fields
    )
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", Token().Match(Html).Groups[1].Value)))
        {
            form.Add(new StringContent(value), name);
        }

        foreach (var (field, name, content) in files)
        {
            form.Add(new ByteArrayContent(content), field, name);
        }

        await KeepAsync(await client.PostAsync(new Uri(path, UriKind.Relative), form, Cancel));
    }

    /// <summary>Value of a named input of the last page.</summary>
    public string Value(string name) => Regex.Match(Html, $"name=\"{Regex.Escape(name)}\"[^>]*value=\"([^\"]*)\"").Groups[1].Value;

    public void Dispose() => client.Dispose();

    private async Task KeepAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            (Status, Location) = (answer.StatusCode, answer.Headers.Location?.ToString());
            Policy = answer.Headers.TryGetValues("Content-Security-Policy", out var policy) ? policy.Single() : "";
            Html = await answer.Content.ReadAsStringAsync(Cancel);
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
