using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;
using SupervisionBot.Testing;

namespace SupervisionBot.Benchmarks;

/// <summary>A county with very many consultations: sixty different ones, copied inside the database, in the index too, one after the other.</summary>
internal static class ManyConsultations
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static readonly string[] Matters =
    [
        "砖厂扬尘",
        "汾河滩夜里挖砂",
        "秸秆焚烧",
        "养殖场粪污外溢",
        "校外托管场所检查",
        "洗车店污水排放",
        "废品收购站占道",
        "餐饮店瓶装燃气隐患",
        "河堤内堆放建筑垃圾",
        "渣土车撒漏",
        "老旧小区消防通道占用",
        "荒坡取土",
        "黑加油点",
        "户外广告牌倒塌",
        "农药店无证经营",
        "超限车辆绕行",
        "违法占用耕地建房",
        "饭店油烟扰民",
        "烟花爆竹存放",
        "水源地周边排污",
    ];

    private static readonly string[] Questions = ["的职责归属问题", "的查处问题", "需要联合整治的问题"];

    /// <summary>Founds the demo county and adds so many.</summary>
    public static async Task<CoreHost> FoundAsync(StorageProvider provider, int count)
    {
        var county = await CoreHost.StartAsync(provider);
        await county.Get<IFirstContent>().EnsureAsync(Never);
        var townships = await county.Database.ReadAsync(
            (db, cancel) =>
                db.People.Where(p => p.Unit!.Kind == UnitKind.Township).OrderBy(p => p.Unit!.Order).ThenBy(p => p.Order).ToListAsync(cancel),
            Never
        );
        var titles = Matters.SelectMany(m => Questions.Select(q => m + q)).ToList();
        for (var i = 0; i < titles.Count; i++)
        {
            await AddAsync(county, townships[i % townships.Count], titles[i], i, titles.Count, count / titles.Count);
        }

        await county.Database.ReadAsync((db, cancel) => db.Database.ExecuteSqlRawAsync("ANALYZE", cancel), Never);
        return county;
    }

    private static async Task AddAsync(CoreHost county, Person clerk, string title, int place, int step, int copies)
    {
        var model = new Consultation
        {
            Id = Guid.NewGuid(),
            Number = string.Create(CultureInfo.InvariantCulture, $"HS-2028-{place:D6}"),
            UnitId = clerk.UnitId,
            DrafterId = clerk.Id,
            Title = title,
            Situation = Situation.Unsure,
            Account =
                $"村民反映{title[..4]}已有半个月，白天停、夜里干，影响出行和农田灌溉。我单位到现场看过，当事人说有手续但拿不出来；几个部门都说不归自己管，请专班协调。",
            State = ConsultationState.AwaitingAdmission,
            StartedAt = county.Clock.Now,
        };
        await county.Database.WriteAsync((db, _) => Task.FromResult(db.Consultations.Add(model)), Never);
        var tokens = Tokeniser.Of(new SearchText("HS", null, model.Title, model.Account, model.StartedAt, [model.UnitId]));
        await county.Database.WriteAsync(
            async (db, cancel) =>
            {
                db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
                await db.Database.ExecuteSqlRawAsync(Copy(db, model.Number, place, step, copies), cancel);
                var own = $"FROM \"Consultations\" WHERE \"Number\" LIKE 'HS-2027-%' AND \"Title\" = '{title}'";
                const string row = "1000 + CAST(substr(\"Number\", 9) AS BIGINT)";
                const string number = "'ⁿhs2027n' || CAST(CAST(substr(\"Number\", 9) AS BIGINT) AS TEXT)";
                var sqlite = db is SqliteWorkDb;
                var vector = $"array_to_tsvector(string_to_array('{string.Join(' ', tokens)} ' || {number}, ' '))";
                var rows =
                    $"INSERT INTO \"SearchRows\" (\"Id\", \"Source\", \"RecordId\", \"Fingerprint\"{(sqlite ? "" : ", \"Tokens\"")}) "
                    + $"SELECT {row}, 'Consultation', \"Id\", ''{(sqlite ? "" : $", {vector}")} {own}";
                await db.Database.ExecuteSqlRawAsync(rows, cancel);
                var words = $"INSERT INTO \"SearchTokens\" (rowid, \"Tokens\") SELECT {row}, '{string.Join(' ', tokens)} ' || {number} {own}";
                if (sqlite)
                {
                    await db.Database.ExecuteSqlRawAsync(words, cancel);
                }
            },
            Never
        );
    }

    private static string Copy(WorkDb db, string from, int place, int step, int copies)
    {
        var entity = db.Model.FindEntityType(typeof(Consultation))!;
        var columns = entity.GetProperties().Select(p => p.GetColumnName()).ToList();
        var (id, number) =
            db is SqliteWorkDb
                ? (
                    "upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)))",
                    $"printf('HS-2027-%06d', i * {step} + {place})"
                )
                : ("gen_random_uuid()", $"'HS-2027-' || lpad((i * {step} + {place})::text, 6, '0')");
        var values = columns.Select(c =>
            c switch
            {
                "Id" => id,
                "Number" => number,
                _ => $"\"{c}\"",
            }
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {copies}) INSERT INTO \"Consultations\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM \"Consultations\", n WHERE \"Number\" = '{from}'"
        );
    }
}
