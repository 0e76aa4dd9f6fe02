using System.Text.Json;
using System.Text.Json.Nodes;
using SupervisionBot.Channels.Schema;
using Xunit;

namespace SupervisionBot.Channels.Tests.Schema;

public sealed class ActivityJsonTests
{
    [Theory]
    // Playground 0.2.28: ids that look like a GUID and are none, an entity of unknown type.
    [InlineData(
        """{"type":"message","id":"1795456574426","text":"在吗","from":{"id":"user-id-0","name":"Alex","aadObjectId":"00000000-0000-0000-0000-0000000000020"},"entities":[{"type":"clientInfo","locale":"zh-CN"}],"localTimestamp":"2026-11-23T17:00:00+00:00"}"""
    )]
    // Web Chat: a press without text, value as object, unknown members at every level.
    [InlineData(
        """{"type":"message","value":{"choice":{"verb":"release","n":1}},"channelData":{"postBack":true,"clientActivityID":"x1"},"conversation":{"id":"c","future":[1]},"newMember":{"a":null}}"""
    )]
    // Value as a string, channelData as an array: both legal.
    [InlineData(
        """{"type":"message","value":"hidden","channelData":[1,"2"],"attachments":[{"contentType":"image/png","contentUrl":"https://h/1","x":1}]}"""
    )]
    public void What_a_client_sends_survives_reading_and_writing_unchanged(string json)
    {
        var activity = JsonSerializer.Deserialize(json, SchemaJson.Wire.Activity);

        var written = JsonSerializer.SerializeToNode(activity, SchemaJson.Wire.Activity);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), written), written!.ToJsonString());
    }

    [Fact]
    public void Absent_members_are_not_written_and_Chinese_stays_readable()
    {
        var json = JsonSerializer.Serialize(new Activity { Type = ActivityTypes.Message, Text = "会商" }, SchemaJson.Wire.Activity);

        Assert.Equal("""{"type":"message","text":"会商"}""", json);
    }
}
