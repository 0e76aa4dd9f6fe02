using System.Net;
using System.Text.RegularExpressions;
using SupervisionBot.Bot.Tests.Conversations;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Pages;

/// <summary>A link to a file that a page draws opens for the reader it was drawn for, and for nobody who has no part in it.</summary>
public sealed partial class FileLinkTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_photo_on_an_order_opens_for_township_department_and_office_only()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");
        await asker.SayAsync("点一单，请市监局派两个人明天来帮忙查一下小饭桌");
        await asker.SayAsync("1");
        await asker.SendPicturesAsync(1);
        Assert.StartsWith("附件1件已附到", (await asker.SayAsync("1")).Title, StringComparison.Ordinal);
        var page = $"/records/{(await bot.OnlyOrderAsync()).Number}";

        var link = Assert.Single(await DrawnAsync(bot, "sunli", page));

        foreach (var login in new[] { "sunli", "zhaoming", SessionToday.Office })
        {
            Assert.Equal([link], await DrawnAsync(bot, login, page));
            Assert.Equal(HttpStatusCode.OK, await OpenAsync(bot, login, link));
        }

        Assert.Equal(HttpStatusCode.NotFound, await OpenAsync(bot, SessionToday.Water, page));
        Assert.Equal(HttpStatusCode.NotFound, await OpenAsync(bot, SessionToday.Water, link));
    }

    [Fact]
    public async Task The_files_on_an_agenda_open_for_everybody_expected_at_the_session()
    {
        await using var session = await SessionToday.ScheduleAsync();
        // 市自然资源局 comes with a matter of its own: the first one is none of its records.
        var land = await session.UnitAsync("市自然资源局");
        var content = new ConsultationContent("堆料占地由谁认定", Situation.CompetenceDisputed, "村口堆料", [land]);
        var started = await session.DoAsync(SessionToday.Township, new StartConsultation(Guid.NewGuid(), content, []));
        await session.DoAsync("wangzhigang", new ReleaseConsultation(started.Id, null));
        await session.DoAsync(SessionToday.Office, new AdmitConsultation(started.Id, null, AdmissionRoute.OwnSession));
        await session.DoAsync(SessionToday.Office, new AddToSession(started.Id, null, session.Id));
        await session.DoAsync(SessionToday.Township, new AddMaterial(started.Id, null, "照片", [await StoreAsync(session.Host)]));
        var first = (await session.ReadAsync(db => db.Consultations.Where(c => c.Account.StartsWith("夜里有人挖砂")))).Single();
        await session.DoAsync(SessionToday.Township, new AddMaterial(first.Id, null, "照片", [await StoreAsync(session.Host)]));

        foreach (var login in new[] { SessionToday.Township, SessionToday.Water, "weidong", SessionToday.Office })
        {
            var links = await DrawnAsync(session.Host, login, session.AgendaPath);
            Assert.Equal(2, links.Count);
            Assert.All(await Task.WhenAll(links.Select(link => OpenAsync(session.Host, login, link))), s => Assert.Equal(HttpStatusCode.OK, s));
            Assert.Equal(HttpStatusCode.NotFound, await OpenAsync(session.Host, SessionToday.Stranger, links[0]));
        }
    }

    private static async Task<IReadOnlyList<string>> DrawnAsync(BotHost host, string login, string page)
    {
        using var reader = await Reader.SignInAsync(host, login);
        await reader.GetAsync(page);
        return [.. FileLinks().Matches(reader.Html).Select(m => m.Groups[1].Value).Distinct()];
    }

    private static async Task<HttpStatusCode> OpenAsync(BotHost host, string login, string path)
    {
        using var reader = await Reader.SignInAsync(host, login);
        await reader.GetAsync(path);
        return reader.Status;
    }

    private static Task<Guid> StoreAsync(BotHost host) =>
        host.Get<Database>()
            .WriteAsync(
                (db, _) =>
                {
                    var owner = db.People.Single(p => p.Login == SessionToday.Township).Id;
                    var file = new StoredFile
                    {
                        Id = Guid.NewGuid(),
                        Name = "现场.pdf",
                        ContentType = "application/pdf",
                        Size = 3,
                        Content = [1, 2, 3],
                        OwnerId = owner,
                        At = TestClock.Start,
                    };
                    db.Files.Add(file);
                    return Task.FromResult(file.Id);
                },
                Cancel
            );

    [GeneratedRegex("(?:href|src)=\"(/files/[^\"]+)\"")]
    private static partial Regex FileLinks();
}
