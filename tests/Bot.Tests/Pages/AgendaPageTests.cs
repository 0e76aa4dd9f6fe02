using System.Net;
using System.Text.RegularExpressions;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;
using Xunit;

namespace SupervisionBot.Bot.Tests.Pages;

public sealed partial class AgendaPageTests
{
    [Fact]
    public async Task The_office_sets_the_order_and_sends_it_and_a_move_on_an_old_page_is_refused()
    {
        await using var session = await WithTwoItemsAsync();
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);
        using var other = await Reader.SignInAsync(session.Host, "chenxiaohui");
        await office.GetAsync(session.AgendaPath);
        await other.GetAsync(session.AgendaPath);
        var before = Order(office.Html);

        await MoveAsync(office, session, before, "up", before[1]);
        Assert.Equal(HttpStatusCode.Redirect, office.Status);
        await office.GetAsync(session.AgendaPath);
        Assert.Equal([before[1], before[0]], Order(office.Html));
        await office.SendAsync(session.AgendaPath, "Send", ("step", office.Value("step")));
        await office.GetAsync(session.AgendaPath);
        Assert.Contains("议程已发给：", office.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Send", office.Html, StringComparison.Ordinal);

        // A page that shows other items than there are: the end of its list is no place to go, and what it does not know it cannot arrange.
        await MoveAsync(other, session, [before[0]], "down", before[0]);
        Assert.Equal(HttpStatusCode.Redirect, other.Status);
        await other.GetAsync(session.AgendaPath);
        await MoveAsync(other, session, [before[0], Guid.NewGuid().ToString()], "down", before[0]);
        Assert.Contains("role=\"alert\"", other.Html, StringComparison.Ordinal);
        Assert.Equal([before[1], before[0]], Order(other.Html));
    }

    [Fact]
    public async Task Those_expected_read_the_material_and_once_it_is_sent_each_others_views()
    {
        await using var session = await WithTwoItemsAsync();
        using var township = await Reader.SignInAsync(session.Host, SessionToday.Township);
        using var other = await Reader.SignInAsync(session.Host, "weidong");
        await other.GetAsync(session.AgendaPath);
        Assert.DoesNotContain("采砂点在堤内", other.Html, StringComparison.Ordinal);
        await session.DoAsync(SessionToday.Office, new SendAgenda(session.Id, null));

        await township.GetAsync(session.AgendaPath);
        await other.GetAsync(session.AgendaPath);

        foreach (var reader in new[] { township, other })
        {
            Assert.Equal(HttpStatusCode.OK, reader.Status);
            Assert.Contains("夜里有人挖砂 &lt;script&gt;alert(1)&lt;/script&gt;", reader.Html, StringComparison.Ordinal);
            Assert.Contains("采砂点在堤内", reader.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("<button", reader.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task To_a_unit_that_is_not_expected_the_agenda_is_not_there()
    {
        await using var session = await WithTwoItemsAsync();
        using var stranger = await Reader.SignInAsync(session.Host, SessionToday.Stranger);

        await stranger.GetAsync(session.AgendaPath);

        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    private static Task MoveAsync(Reader reader, SessionToday session, IReadOnlyList<string> order, string direction, string item) =>
        reader.SendAsync(session.AgendaPath, "Move", [.. order.Select(id => ("order", id)), (direction, item), ("step", reader.Value("step"))]);

    private static List<string> Order(string html) => [.. OrderField().Matches(html).Select(m => m.Groups[1].Value)];

    /// <summary>A second consultation, which 市自然资源局 has part in, on the same session.</summary>
    private static async Task<SessionToday> WithTwoItemsAsync()
    {
        var session = await SessionToday.ScheduleAsync();
        var land = await session.UnitAsync("市自然资源局");
        var content = new ConsultationContent("堆料占地由谁认定", Situation.CompetenceDisputed, "村口堆料", [land]);
        var started = await session.DoAsync(SessionToday.Township, new StartConsultation(Guid.NewGuid(), content, []));
        await session.DoAsync("wangzhigang", new ReleaseConsultation(started.Id, null));
        await session.DoAsync(SessionToday.Office, new AdmitConsultation(started.Id, null, AdmissionRoute.OwnSession));
        await session.DoAsync(SessionToday.Office, new AddToSession(started.Id, null, session.Id));
        return session;
    }

    [GeneratedRegex("name=\"order\" value=\"([^\"]+)\"")]
    private static partial Regex OrderField();
}
