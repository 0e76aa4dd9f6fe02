using SupervisionBot.Core.Directory.Demo;
using Xunit;

namespace SupervisionBot.Core.Tests.Directory;

public sealed class DemoCountyTests
{
    private static readonly DemoCounty County = DemoCounty.Load();

    [Fact]
    public void The_county_has_its_nine_townships_and_streets() =>
        Assert.Equal(
            ["城区街道", "清涧街道", "赵家庄街道", "阳村街道", "樊村镇", "僧楼镇", "柴家镇", "小梁乡", "下化乡"],
            County.Units.Where(unit => unit.IsTownship).OrderBy(unit => unit.Order).Select(unit => unit.ShortName)
        );

    [Fact]
    public void Every_township_has_somebody_who_drafts_and_somebody_who_releases() =>
        Assert.All(
            County.Units.Where(unit => unit.IsTownship),
            unit =>
            {
                Assert.Contains(County.People, person => person.Unit == unit.Key && person.Roles.Contains("Staff"));
                Assert.Contains(County.People, person => person.Unit == unit.Key && person.Roles.Contains("UnitLeader"));
            }
        );

    [Fact]
    public void Whoever_a_matter_calls_competent_or_guiding_exists() =>
        Assert.All(
            County.Matters,
            matter => Assert.All(matter.Competent.Concat(matter.Guiding), key => Assert.Contains(County.Units, unit => unit.Key == key))
        );

    [Fact]
    public void There_are_two_task_force_leaders_and_two_people_in_the_office()
    {
        Assert.Equal(2, County.People.Count(person => person.Roles.Contains("TaskForceLeader")));
        Assert.Equal(2, County.People.Count(person => person.Roles.Contains("Office")));
    }

    [Fact]
    public void Logins_telephone_numbers_orders_and_names_are_told_apart()
    {
        Assert.Distinct(County.People.Select(person => person.Login));
        Assert.Distinct(County.People.Select(person => person.Phone));
        Assert.Distinct(County.People.Select(person => (person.Unit, person.Order)));
        Assert.Distinct(County.Units.Select(unit => unit.Order));
        Assert.Distinct(County.Units.SelectMany(unit => unit.Aliases.Append(unit.Name).Append(unit.ShortName).Distinct()));
    }
}
