using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Bot.Conversations;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>What a button sends comes from the client: whatever it says, the turn is answered and does not fail.</summary>
public sealed class ForgedPressTests
{
    private static readonly string[] Names =
    [
        "step",
        "value",
        "field",
        "start",
        "place",
        "others",
        "words",
        "text",
        "basis",
        "files",
        "chair",
        "unit",
        "units",
        "kind",
        "name",
        "office",
        "reason",
        "reply",
        "suggested",
        "rating",
        "choice",
        "urgent",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("乱写,99")]
    [InlineData("99")]
    public async Task No_turn_fails_whatever_a_press_says(string? garbage)
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync("点单，请自规局来查处河堤内堆料");
        await clerk.SayAsync("1");
        await clerk.SayAsync(Talk.Sand);
        var order = (await bot.OnlyOrderAsync()).Id;
        var verbs = bot.Services.GetServices<ITalk>().SelectMany(talk => talk.Verbs).Select(v => v.Verb).ToList();

        foreach (var verb in verbs)
        {
            var draft = await bot.ReadAsync((db, token) => db.Drafts.Where(d => d.ClosedAt == null).Select(d => d.Id).FirstOrDefaultAsync(token));
            foreach (var id in new[] { garbage, draft.ToString(), order.ToString() })
            {
                using var answer = await clerk.PostAsync(Press(verb, id, garbage));
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }

            await bot.RunTurnsAsync();
            Assert.False(await bot.ReadAsync((db, token) => db.Inbox.AnyAsync(i => i.Failures > 0, token)), $"{verb} fails");
        }
    }

    private static JsonObject Press(string verb, string? id, string? garbage)
    {
        var arguments = new JsonObject();
        if (garbage is not null)
        {
            foreach (var name in Names)
            {
                arguments[name] = garbage;
            }
        }

        if (id is not null)
        {
            arguments["id"] = id;
        }

        return new JsonObject
        {
            ["type"] = "message",
            ["value"] = new JsonObject
            {
                ["choice"] = new JsonObject { ["verb"] = verb, ["args"] = arguments },
            },
        };
    }
}
