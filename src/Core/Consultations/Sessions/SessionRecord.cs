using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Forms;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>
/// What the recorder wrote: it replaces the record as a whole. <paramref name="Version"/> is the session's when the recorder opened it, so that two
/// recorders do not overwrite each other unawares.
/// </summary>
public sealed record SessionRecord(int Version, IReadOnlyList<AttendanceTick> Attendances, IReadOnlyList<ItemRecord> Items)
{
    private const int MaxAttendee = 80;
    private const int MaxDiscussion = 10_000;
    private const int MaxResolutions = 50;

    /// <summary>Everything that is wrong, each with the field it belongs to: <c>Items[0].Resolutions[1].DueOn</c>.</summary>
    /// <param name="session">The session, loaded with its agenda.</param>
    /// <param name="knownUnits">The units that a resolution may name.</param>
    public IReadOnlyList<FieldComplaint> Check(Session session, IReadOnlySet<Guid> knownUnits)
    {
        ArgumentNullException.ThrowIfNull(session);
        var complaints = new List<FieldComplaint>();
        void Add(string field, string? sentence)
        {
            if (sentence is not null)
            {
                complaints.Add(new FieldComplaint(field, sentence));
            }
        }

        for (var i = 0; i < Attendances.Count; i++)
        {
            var tick = Attendances[i];
            Add($"Attendances[{i}].Attendee", Of(tick, session));
        }

        for (var i = 0; i < Items.Count; i++)
        {
            var item = Items[i];
            Add($"Items[{i}].Discussion", Of(item, session));
            for (var r = 0; r < item.Resolutions.Count; r++)
            {
                foreach (var (field, sentence) in item.Resolutions[r].Check(ChinaTime.DateOf(session.StartsAt), knownUnits))
                {
                    Add($"Items[{i}].Resolutions[{r}].{field}", sentence);
                }
            }
        }

        return complaints;
    }

    private static string? Of(AttendanceTick tick, Session session)
    {
        if (!session.Attendances.Exists(a => a.Id == tick.AttendanceId))
        {
            return Texts.AttendanceUnknown;
        }

        var text = PlainText.Clean(tick.Attendee);
        return text.Length > MaxAttendee ? Texts.AttendeeTooLong : SensitiveText.SecrecyRefusal(text);
    }

    private static string? Of(ItemRecord item, Session session)
    {
        if (!session.AgendaItems.Exists(i => i.Id == item.AgendaItemId))
        {
            return Texts.ItemUnknown;
        }

        var text = PlainText.Clean(item.Discussion);
        return text.Length > MaxDiscussion ? Texts.DiscussionTooLong.With(text.Length)
            : item.Resolutions.Count > MaxResolutions ? Texts.TooManyResolutions
            : item.Outcome is { } outcome && !Enum.IsDefined(outcome) ? Texts.OutcomeUnknown
            : SensitiveText.SecrecyRefusal(text);
    }
}

/// <summary>One sentence about one field.</summary>
public sealed record FieldComplaint(string Field, string Sentence);

/// <summary>Whether they were there, and who came.</summary>
public sealed record AttendanceTick(Guid AttendanceId, bool Present, string? Attendee);

/// <summary>What was said on one item, what was agreed and what it came to; no outcome where the recorder has not said so yet.</summary>
public sealed record ItemRecord(
    Guid AgendaItemId,
    string? Discussion,
    IReadOnlyList<ResolutionRecord> Resolutions,
    ConsultationOutcome? Outcome = null
);
