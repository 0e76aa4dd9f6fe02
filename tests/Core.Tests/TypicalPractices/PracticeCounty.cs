using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Tests.TypicalPractices;

/// <summary>Typical practices of 阳村街道 in the county of the tests.</summary>
internal static class PracticeCounty
{
    public const string Text = """
        阳村街道“三色预警”管住秸秆露天焚烧
        一、背景
        秋收时节火点多，人手少，一处没看住就连成片。
        二、主要做法
        按地块划分红、黄、蓝三色，红色地块每2小时巡一遍，黄色每天一遍。
        三、成效
        今年秋收火点由去年的27处降到3处。
        执笔人：李海英
        """;

    public static PracticeContent Content { get; } = new(null, Text);

    /// <summary>One that waits for the leader.</summary>
    public static async Task<Guid> SubmittedAsync(this County county, CancellationToken cancel, string login = County.Clerk) =>
        (await county.DoAsync(login, new SubmitPractice(Guid.NewGuid(), Content, []), cancel)).Id;

    /// <summary>One that waits for the office.</summary>
    public static async Task<Guid> WithOfficeAsync(this County county, CancellationToken cancel)
    {
        var id = await county.SubmittedAsync(cancel);
        await county.DoAsync(County.Leader, new ReleasePractice(id, null), cancel);
        return id;
    }

    /// <summary>One that everybody may read.</summary>
    public static async Task<Guid> AdoptedAsync(this County county, CancellationToken cancel)
    {
        var id = await county.WithOfficeAsync(cancel);
        await county.DoAsync(County.Office, new ReviewPractice(id, null, ReviewDecision.Adopt, "做法实、数字清楚"), cancel);
        return id;
    }

    public static Task<TypicalPractice> PracticeAsync(this County county, Guid id, CancellationToken cancel) =>
        county.Host.Database.ReadAsync(
            (db, token) => db.TypicalPractices.Include(p => p.Unit).Include(p => p.Adoptions).FirstAsync(p => p.Id == id, token),
            cancel
        );

    /// <summary>Runs the request behind an action, with sensible words.</summary>
    /// <returns>Null when it was done.</returns>
    public static Task<Refusal?> PressAsync(this County county, string login, PracticeAction action, Guid id, int? step, CancellationToken cancel)
    {
        return action switch
        {
            PracticeAction.Release => Run(new ReleasePractice(id, step)),
            PracticeAction.ReleaseOnBehalf => Run(new ReleasePracticeOnBehalf(id, step, "电话同意")),
            PracticeAction.RevokeRelease => Run(new RevokePracticeRelease(id, step)),
            PracticeAction.SendBack => Run(new SendBackPractice(id, step, "数字再核一下")),
            PracticeAction.Amend => Run(new AmendPractice(id, step, Content with { Body = Text + "\n又补了一句" }, [])),
            PracticeAction.Adopt => Run(new ReviewPractice(id, step, ReviewDecision.Adopt, "做法实")),
            PracticeAction.Reserve => Run(new ReviewPractice(id, step, ReviewDecision.Reserve, "下一期再用")),
            PracticeAction.ReturnForRevision => Run(new ReviewPractice(id, step, ReviewDecision.ReturnForRevision, "补上前后对比")),
            PracticeAction.NotAdopt => Run(new ReviewPractice(id, step, ReviewDecision.NotAdopt, "与上一篇重复")),
            PracticeAction.RecordAdoption => Run(
                new RecordAdoption(id, step, AdoptionLevel.Prefecture, new DateOnly(2026, 11, 23), "运城信息", null)
            ),
            PracticeAction.Cancel => Run(new CancelPractice(id, step, null)),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, message: null),
        };

        async Task<Refusal?> Run<T>(IRequest<T> request) => (await county.RunAsync(login, request, cancel)).Refusal;
    }
}
