using System.Text.Json;
using System.Text.Json.Nodes;
using SupervisionBot.Channels.Cards;
using SupervisionBot.Channels.Schema;
using SupervisionBot.Core.Messaging;
using Xunit;

namespace SupervisionBot.Channels.Tests.Cards;

public sealed class CardFacesTests
{
    private static readonly Message Draft = new()
    {
        Title = "按会商拟好了，请您看一下：",
        Facts = [new("议题", "汾河滩有人夜里挖砂的职责归属问题"), new("基本情况", "**粗** <script>alert(1)</script> {{DATE(2026-01-01T00:00:00Z)}}")],
        Text = "还想问一句：跟两家沟通过没有？\n没有意见可以不答。",
        Choices =
        [
            new("报领导审签", "release", new Dictionary<string, string> { ["step"] = "draft" }),
            new("看全文", "open", Url: "/records/HS-2026-0012"),
        ],
        Footer = "会商12号 · HS-2026-0012",
    };

    [Fact]
    public void A_sentence_is_sent_as_plain_text_and_never_as_markup()
    {
        var activity = CardFaces.Of(Message.Say("语音我听不了。", "请转成**文字**再发。"));

        Assert.Equal("语音我听不了。\n请转成**文字**再发。", activity.Text);
        Assert.Equal("plain", activity.TextFormat);
        Assert.Null(activity.Attachments);
    }

    [Fact]
    public void A_message_with_choices_is_one_card_and_no_text_beside_it()
    {
        var activity = CardFaces.Of(Draft);

        Assert.Null(activity.Text);
        Assert.Equal("application/vnd.microsoft.card.adaptive", Assert.Single(activity.Attachments!).ContentType);
        Assert.Equal(Draft.Title, activity.Summary);
    }

    [Fact]
    public void Buttons_are_numbered_and_carry_verb_arguments_and_number()
    {
        var actions = Find(CardOf(CardFaces.Of(Draft)), "ActionSet").Single()["actions"]!.AsArray();

        Assert.Equal(["1 报领导审签", "2 看全文"], actions.Select(action => (string)action!["title"]!));
        var data = actions[0]!["data"]!;
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse("""{"choice":{"verb":"release","args":{"step":"draft"},"n":1,"label":"1 报领导审签"}}"""), data)
        );
        Assert.Equal("/records/HS-2026-0012", (string)actions[1]!["url"]!);
    }

    [Fact]
    public void Nothing_on_the_card_can_be_read_as_markdown_or_as_a_date_function()
    {
        var card = CardOf(CardFaces.Of(Draft));

        Assert.Empty(Find(card, "TextBlock"));
        var texts = Find(card, "TextRun").Select(run => (string)run["text"]!).ToList();
        Assert.Contains(texts, text => text.Contains("**粗** <script>alert(1)</script>", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text => text.Contains("{{", StringComparison.Ordinal));
    }

    [Fact]
    public void A_chosen_card_keeps_what_was_read_and_loses_its_buttons()
    {
        var card = CardOf(CardFaces.Chosen(CardFaces.Of(Draft), "1 报王志刚同志审签"));

        Assert.Empty(Find(card, "Action.Submit"));
        Assert.Equal("2 看全文", (string)Find(card, "Action.OpenUrl").Single()["title"]!);
        var texts = Find(card, "TextRun").Select(run => (string)run["text"]!).ToList();
        Assert.Contains("汾河滩有人夜里挖砂的职责归属问题", texts);
        Assert.Contains("已选：1 报王志刚同志审签", texts);
    }

    [Fact]
    public void A_form_marks_what_is_required_and_lets_a_choice_leave_it_unfilled()
    {
        var form = new FormFace(
            "submit",
            null,
            [
                new("subject", "议题", FieldKind.Text, true, null, 30, []),
                new("units", "拟请单位", FieldKind.MultiChoice, false, "swj", 0, [new("swj", "市水务局"), new("zrzy", "市自然资源局")]),
                new("date", "希望日期", FieldKind.Date, false, null, 0, []),
            ],
            "提交"
        );
        var card = CardOf(
            CardFaces.Of(
                new Message
                {
                    Title = "详细填写",
                    Form = form,
                    Choices = [new("先不报", "cancel")],
                }
            )
        );

        var subject = Find(card, "Input.Text").Single();
        Assert.True((bool)subject["isRequired"]!);
        Assert.Equal("请填写议题", (string)subject["errorMessage"]!);
        Assert.Equal("swj", (string)Find(card, "Input.ChoiceSet").Single()["value"]!);
        Assert.Single(Find(card, "Input.Date"));
        var buttons = Find(card, "Action.Submit");
        Assert.Equal(["提交", "1 先不报"], buttons.Select(button => (string)button["title"]!));
        Assert.Null(buttons[0]["associatedInputs"]);
        Assert.Equal("none", (string)buttons[1]["associatedInputs"]!);
    }

    // Through the wire form, as a client would see it.
    private static JsonObject CardOf(Activity activity) =>
        JsonNode.Parse(JsonSerializer.Serialize(activity, SchemaJson.Wire.Activity))!["attachments"]![0]!["content"]!.AsObject();

    private static List<JsonObject> Find(JsonNode node, string type)
    {
        var found = new List<JsonObject>();
        Walk(node);
        return found;

        void Walk(JsonNode? current)
        {
            if (current is JsonObject element)
            {
                if ((string?)element["type"] == type)
                {
                    found.Add(element);
                }

                foreach (var (_, child) in element)
                {
                    Walk(child);
                }
            }
            else if (current is JsonArray list)
            {
                foreach (var child in list)
                {
                    Walk(child);
                }
            }
        }
    }
}
