using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>
/// 补充: more words, which are added to 基本情况, or more files. Words that come while somebody decides make a fresh request of theirs; files alone
/// disturb nobody and leave the buttons good.
/// </summary>
public sealed record AddMaterial(Guid RecordId, int? Step, string? Text, IReadOnlyList<Guid> FileIds) : IRecordRequest<MaterialAdded>
{
    /// <summary>In the history, where only files came.</summary>
    internal const string FilesOnly = "AddFiles";

    internal sealed class Handler : ConsultationHandler<AddMaterial, MaterialAdded>
    {
        protected override ConsultationAction ActionOf(AddMaterial request) => ConsultationAction.AddMaterial;

        protected override bool ChangesWhatIsDecided(AddMaterial request, Consultation record) =>
            FreeText.Kept(request.Text) is not null && record.State is ConsultationState.AwaitingRelease or ConsultationState.AwaitingAdmission;

        protected override async Task<Refusal?> CheckAsync(AddMaterial request, Consultation record, Work work, CancellationToken cancel) =>
            await MaterialAdding.CheckAsync(record, request.Text, request.FileIds, work, cancel)
            ?? await UnderDiscussion.RefusalAsync(work.Db, record.Id, cancel);

        protected override async Task<MaterialAdded> ApplyAsync(
            AddMaterial request,
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            var before = record.Account;
            var (words, files) = await MaterialAdding.AddAsync(record, request.Text, request.FileIds, work, cancel);
            work.Remember(
                RecordNumber.Consultation,
                record.Id,
                words ? nameof(ConsultationAction.AddMaterial) : FilesOnly,
                MaterialAdding.HistoryOf(words, files),
                before: words ? before : null,
                after: words ? record.Account : null
            );
            if (words)
            {
                await TellWhoDecidesAsync(record, work, cancel);
            }

            return new MaterialAdded(record.Number, record.Title, files, words);
        }

        private static async Task TellWhoDecidesAsync(Consultation record, Work work, CancellationToken cancel)
        {
            if (record.State == ConsultationState.AwaitingAdmission)
            {
                await Releasing.TellOfficeAsync(await ConsultationNotices.PleaseAdmitAsync(work.Db, record, cancel), work, cancel);
            }
            else if (
                record.State == ConsultationState.AwaitingRelease
                && await Addressees.LeaderOfAsync(work.Db, record.UnitId, cancel) is { } leader
            )
            {
                work.Tell(leader.Id, await ConsultationNotices.PleaseReleaseAsync(work.Db, record, record.Drafter!, cancel));
            }
        }
    }
}

/// <summary>The answer: to which it was added, how many files, and whether words were among it.</summary>
public sealed record MaterialAdded(string Number, string Title, int Files, bool Words);

/// <summary>Adding words and files, by itself or while completing what the office asked for.</summary>
internal static class MaterialAdding
{
    public const int AccountLength = 5000;

    public static async Task<Refusal?> CheckAsync(Consultation record, string? text, IReadOnlyList<Guid> fileIds, Work work, CancellationToken cancel)
    {
        var words = FreeText.Kept(text);
        var files = await Attachments.CountWaitingAsync(work.Db, work.Person.Id, fileIds, cancel);
        if (words is null && files == 0)
        {
            return new Refusal(Refusal.Invalid, Texts.NothingToAdd);
        }

        return FreeText.Check(Texts.FieldAccount, words is null ? null : Joined(record, words), AccountLength);
    }

    public static async Task<(bool Words, int Files)> AddAsync(
        Consultation record,
        string? text,
        IReadOnlyList<Guid> fileIds,
        Work work,
        CancellationToken cancel
    )
    {
        var words = FreeText.Kept(text);
        if (words is not null)
        {
            record.Account = Joined(record, words);
        }

        return (words is not null, await Attachments.AddAsync(work.Db, record.Id, work.Person.Id, fileIds, cancel));
    }

    public static string HistoryOf(bool words, int files) =>
        (words, files) switch
        {
            (true, 0) => Texts.HistoryAddedWords,
            (true, _) => Texts.HistoryAddedBoth.With(files),
            _ => Texts.HistoryAddedFiles.With(files),
        };

    private static string Joined(Consultation record, string words) => PlainText.Clean(record.Account + "\n" + words);
}
