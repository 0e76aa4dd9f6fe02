using SupervisionBot.Channels.Cards;
using SupervisionBot.Core.Messaging;
using Xunit;

namespace SupervisionBot.Channels.Tests.Cards;

public sealed class TextFaceTests
{
    [Fact]
    public void Short_choices_stand_in_one_numbered_row()
    {
        var text = TextFace.Of(
            new Message
            {
                Title = "按会商拟好了，请您看一下：",
                Facts = [new("议题", "汾河滩挖砂")],
                Choices = [new("报领导审签", "release"), new("补充几句", "add"), new("先不报", "cancel")],
                Footer = "会商12号",
            }
        );

        Assert.Equal("按会商拟好了，请您看一下：\n　议题：汾河滩挖砂\n1 报领导审签　2 补充几句　3 先不报\n会商12号", text);
    }

    [Fact]
    public void Long_choices_each_take_a_line_of_their_own()
    {
        var text = TextFace.Of(
            new Message
            {
                Title = "这类事",
                Choices = [new("请市生态环境局指导（点单）", "order"), new("两家口径不一，提请会商", "consult"), new("找专班说说", "office")],
            }
        );

        Assert.Equal("这类事\n1 请市生态环境局指导（点单）\n2 两家口径不一，提请会商\n3 找专班说说", text);
    }

    [Fact]
    public void Links_are_written_out_in_full_only_where_an_address_is_known()
    {
        var message = new Message
        {
            Title = "会商纪要已成稿",
            Choices = [new("看全文", "open", Url: "/records/HS-2026-0012")],
            Files = [new("会商纪要", "/minutes/HY-2026-0005")],
        };

        Assert.Equal(
            "会商纪要已成稿\n1 看全文：https://zb.example/records/HS-2026-0012\n会商纪要：https://zb.example/minutes/HY-2026-0005",
            TextFace.Of(message, new Uri("https://zb.example/"))
        );
        Assert.Equal("会商纪要已成稿\n1 看全文", TextFace.Of(message));
    }
}
