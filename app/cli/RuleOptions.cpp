#include "app/cli/RuleOptions.h"

#include "core/report/RecommendReport.h"

#include <QCoreApplication>

namespace foretrail::cli {

namespace {

struct RuleOptionsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::RuleOptions)
};

} // namespace

void RuleOptions::addTo(CLI::App &verb)
{
    verb.add_option("--leave-out", leaveOut, "Items taken off the lists by rule: nothing, bought or seen")
        ->check(CLI::IsMember({"nothing", "bought", "seen"}))->capture_default_str();
    verb.add_option("--unavailable-days", unavailableDays, "Items without an event in so many last days are gone (0: none is)")->check(CLI::Range(0, 36500));
    verb.add_option("--unavailable-file", unavailableFile, "Items that are gone: their keys, one a line");
    verb.add_option("--unavailable-where", unavailableWhere, "Items that an imported table says this of are gone, stock=0");
    verb.add_option("--only-category", onlyCategories, "Only items of this category; may be said again");
    verb.add_option("--never-category", neverCategories, "No items of this category; may be said again");
    verb.add_option("--most-per-category", mostPerCategory, "Items of one category on a list at most (0: any number)")->check(CLI::Range(0, 10'000));
    verb.add_option("--boost-by", boostBy, "A number that an imported table says of items, such as the margin: the larger, the further ahead");
    verb.add_option("--boost", boost, "How much of its score the item with the largest number gains, 1 for 100 %")->check(CLI::Range(0.0, 1000.0))->capture_default_str();
    verb.add_option("--diversity", diversity, "0: by the score alone, to 1: as different items as can be")->check(CLI::Range(0.0, 1.0))->capture_default_str();
}

LeaveOut leaveOutFrom(const std::string &name) { return name == "bought" ? LeaveOut::Bought : name == "seen" ? LeaveOut::Seen : LeaveOut::Nothing; }

Result<RecommendRules> RuleOptions::read() const
{
    RecommendRules rules;
    rules.leaveOut = leaveOutFrom(leaveOut);
    rules.unavailableDays = unavailableDays;
    if (!unavailableFile.empty()) {
        Result<QStringList> keys = keysFromFile(text(unavailableFile));
        if (!keys)
            return fail(keys.error());
        rules.unavailable = std::move(*keys);
    }
    rules.unavailableWhere = text(unavailableWhere);
    rules.onlyCategories = texts(onlyCategories);
    rules.neverCategories = texts(neverCategories);
    rules.mostPerCategory = mostPerCategory;
    rules.boostBy = text(boostBy);
    rules.boost = boost;
    rules.diversity = diversity;
    return rules;
}

Result<std::shared_ptr<const UserSet>> chosenUsers(const std::string &file, const QList<UserRow> &users)
{
    if (file.empty())
        return std::shared_ptr<const UserSet>();
    qint64 unknown = 0;
    auto chosen = usersFromFile(text(file), users, unknown);
    if (chosen && unknown > 0)
        note(RuleOptionsText::tr("%1 keys of %2 are no users of this workspace.").arg(unknown).arg(text(file)));
    return chosen;
}

} // namespace foretrail::cli
