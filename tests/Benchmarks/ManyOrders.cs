using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;
using SupervisionBot.Testing;

namespace SupervisionBot.Benchmarks;

/// <summary>
/// A county with very many orders that are over, copied inside the database and its index from sixty different ones, and a few dozen that are open, placed as people place
/// them.
/// </summary>
internal static class ManyOrders
{
    private const int Open = 60;
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly string[] Matters = ["小饭桌", "河堤内堆料", "秸秆焚烧", "村口井水", "农资门店", "烟花爆竹零售点"];
    private static readonly string[] Deeds =
    [
        "联合检查",
        "现场查处",
        "检测认定",
        "文书指导",
        "资料调阅",
        "执法培训",
        "案卷评查",
        "线索移送",
        "秩序保障",
        "跟班学习",
    ];

    /// <summary>Founds the demo county and adds so many.</summary>
    public static async Task<CoreHost> FoundAsync(StorageProvider provider, int count)
    {
        var county = await CoreHost.StartAsync(provider);
        await county.Get<IFirstContent>().EnsureAsync(Never);
        var (askers, departments) = await county.Database.ReadAsync(
            async (db, cancel) =>
            {
                var people = await db.People.Include(p => p.Unit).OrderBy(p => p.Unit!.Order).ThenBy(p => p.Order).ToListAsync(cancel);
                return (
                    people.FindAll(p => p.Unit!.Kind == UnitKind.Township && p.Roles.Contains(Role.Staff)),
                    people.FindAll(p => p.Unit!.Kind == UnitKind.Department && p.Roles.Contains(Role.Liaison))
                );
            },
            Never
        );
        var titles = Matters.SelectMany(m => Deeds.Select(d => m + d)).ToList();
        for (var i = 0; i < titles.Count; i++)
        {
            var order = Closed(titles[i], i, askers[i % askers.Count], departments[i % departments.Count].UnitId, county.Clock.Now);
            await county.Database.WriteAsync((db, _) => Task.FromResult(db.AssistanceOrders.Add(order)), Never);
            await county.Database.WriteAsync((db, cancel) => CopyAsync(db, order, i, titles.Count, count / titles.Count, cancel), Never);
        }

        for (var i = 0; i < Open; i++)
        {
            var content = new OrderContent(titles[i], OrderKind.OnSite, $"请来人{titles[i]}", [departments[i % departments.Count].UnitId]);
            await county.UseCases.RunAsync(askers[i % askers.Count].Id, new PlaceOrder(Guid.NewGuid(), content, []), Never);
        }

        await county.Database.ReadAsync((db, cancel) => db.Database.ExecuteSqlRawAsync("ANALYZE", cancel), Never);
        return county;
    }

    private static AssistanceOrder Closed(string title, int place, Person asker, Guid department, DateTimeOffset now) =>
        new()
        {
            Id = Guid.NewGuid(),
            Number = string.Create(CultureInfo.InvariantCulture, $"XZ-2028-{place:D6}"),
            UnitId = asker.UnitId,
            RequesterId = asker.Id,
            Title = title,
            Kind = OrderKind.OnSite,
            Account = $"群众反映{title[..3]}的事，请来两个人一起看看，镇里出车，当事人已经约好在现场等。",
            LeadUnitId = department,
            PlacedAt = now,
            DispatchedAt = now,
            AcceptedAt = now,
            CompletedAt = now,
            DoneOn = new DateOnly(2026, 11, 23),
            Result = "现场检查3家，责令改正1家，笔录交镇里。",
            Rating = OrderRating.Satisfied,
            State = OrderState.Closed,
        };

    private static async Task<int> CopyAsync(WorkDb db, AssistanceOrder model, int place, int step, int copies, CancellationToken cancel)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var sqlite = db is SqliteWorkDb;
        var columns = db.Model.FindEntityType(typeof(AssistanceOrder))!.GetProperties().Select(p => p.GetColumnName()).ToList();
        var id = sqlite
            ? "upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)))"
            : "gen_random_uuid()";
        var number = sqlite ? $"printf('XZ-2027-%06d', i * {step} + {place})" : $"'XZ-2027-' || lpad((i * {step} + {place})::text, 6, '0')";
        var values = columns.Select(c =>
            c == "Id" ? id
            : c == "Number" ? number
            : $"\"{c}\""
        );
        var copy =
            $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {copies}) INSERT INTO \"AssistanceOrders\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM \"AssistanceOrders\", n WHERE \"Number\" = '{model.Number}'";
        await db.Database.ExecuteSqlRawAsync(copy, cancel);
        var text = new SearchText(
            "XZ",
            null,
            model.Title,
            $"{model.Account}\n{model.Result}",
            model.PlacedAt,
            [model.UnitId, model.LeadUnitId!.Value]
        );
        var tokens = string.Join(' ', Tokeniser.Of(text));
        var own = $"FROM \"AssistanceOrders\" WHERE \"Number\" LIKE 'XZ-2027-%' AND \"Title\" = '{model.Title}'";
        const string row = "1000 + CAST(substr(\"Number\", 9) AS BIGINT)";
        const string said = "'ⁿxz2027n' || CAST(CAST(substr(\"Number\", 9) AS BIGINT) AS TEXT)";
        var vector = sqlite ? "" : $", array_to_tsvector(string_to_array('{tokens} ' || {said}, ' '))";
        var rows =
            $"INSERT INTO \"SearchRows\" (\"Id\", \"Source\", \"RecordId\", \"Fingerprint\"{(sqlite ? "" : ", \"Tokens\"")}) SELECT {row}, 'AssistanceOrder', \"Id\", ''{vector} {own}";
        await db.Database.ExecuteSqlRawAsync(rows, cancel);
        var words = $"INSERT INTO \"SearchTokens\" (rowid, \"Tokens\") SELECT {row}, '{tokens} ' || {said} {own}";
        return sqlite ? await db.Database.ExecuteSqlRawAsync(words, cancel) : 0;
    }
}
