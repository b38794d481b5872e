#include "core/behaviour/recommend/RecommendItems.h"

#include "core/behaviour/recommend/RecommendationReasons.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace foretrail {
namespace {

struct RecommendItemsText { Q_DECLARE_TR_FUNCTIONS(foretrail::RecommendItems) };

constexpr size_t mostReasons = 3;

RecommendationReason reasonOf(const ScoreLoss &loss, const ShopperHistory &history, const InteractionLog &log)
{
    const auto last = std::find(history.steps.items.rbegin(), history.steps.items.rend(), loss.without);
    const auto place = size_t(history.steps.items.rend() - last) - 1;
    return {log.itemKeys[loss.without], log.itemNames[loss.without], itemActionName(history.steps.actions[place]), history.steps.times[place],
            loss.share, loss.removes};
}

/// What a person should know of the list.
QString listNote(const FittedRecommender &fitted, const ShopperHistory &history, const RuleTable &rules)
{
    QStringList notes;
    const QLocale locale;
    if (history.items().empty())
        notes << RecommendItemsText::tr("Nothing is known of what this shopper looked at or bought: the list is what is popular of late.");
    else if (history.items().size() > mostQuerySteps)
        notes << RecommendItemsText::tr("Of %1 steps the last %2 are looked at.").arg(locale.toString(qint64(history.items().size()))).arg(mostQuerySteps);
    const InteractionLog &log = fitted.shop().log();
    if (log.robots.contains({qint64(history.user)}))
        notes << RecommendItemsText::tr("No person makes so many events in a minute or through the day: probably a robot.");
    if (rules.rules().leaveOut == LeaveOut::Bought && !fitted.shop().hasPurchases())
        notes << RecommendItemsText::tr("No event of this log is a purchase, so nothing was left out as bought.");
    if (rules.unknown() > 0)
        notes << RecommendItemsText::tr("%n of the items said to be gone are not in the log.", nullptr, int(rules.unknown()));
    if (rules.rules().mostPerCategory > 0 && log.categoryKeys.isEmpty())
        notes << RecommendItemsText::tr("The log names no categories, so the list is not spread over them.");
    for (const QString &leftOut : {log.times.note(), log.robots.note()})
        if (!leftOut.isEmpty())
            notes << leftOut;
    if (!fitted.model().note().isEmpty())
        notes << fitted.model().note();
    return notes.join(QLatin1Char(' '));
}

QString categoryName(const InteractionLog &log, quint32 item)
{
    const quint32 category = log.categoryOf(item);
    return category == InteractionLog::noCategory ? QString() : log.categoryKeys[category];
}

/// Puts the keys of the log on a list, with the reasons for what the model named.
QList<RecommendedItem> namedItems(const ItemList &list, const std::vector<std::vector<ScoreLoss>> &losses, const ShopperHistory &history,
                                  const InteractionLog &log)
{
    QList<RecommendedItem> items;
    for (size_t i = 0; i < list.items.size(); ++i) {
        const quint32 item = list.items[i];
        const bool isOwn = std::binary_search(history.seen.begin(), history.seen.end(), item);
        RecommendedItem one{log.itemKeys[item], log.itemNames[item], list.scores[i], isOwn, i >= list.named, categoryName(log, item), {}};
        for (size_t r = 0; i < losses.size() && r < std::min(mostReasons, losses[i].size()); ++r)
            one.reasons.append(reasonOf(losses[i][r], history, log));
        items.append(std::move(one));
    }
    return items;
}

QList<HistoryStep> toldSteps(const ShopperHistory &history, const InteractionLog &log)
{
    QList<HistoryStep> told;
    const ItemSequences &steps = history.steps;
    for (size_t place = steps.items.size(); place > 0 && size_t(told.size()) < mostToldSteps; --place) {
        const quint32 item = steps.items[place - 1];
        told.append({log.itemKeys[item], log.itemNames[item], itemActionName(steps.actions[place - 1]), steps.times[place - 1]});
    }
    return told;
}

QString shownItem(const QString &key, const QString &name) { return name.isEmpty() || name == key ? key : QStringLiteral("%1 (%2)").arg(key, name); }

} // namespace

Result<Shopper> shopperOf(ShopData &data, const QString &user, const QString &session)
{
    if (!user.isEmpty()) {
        const Result<UserRow> row = data.user(user);
        if (!row) {
            const Result<DataSummary> summary = data.summary();
            if (summary && summary->users == 0)
                return fail(ErrorCode::NotFound, RecommendItemsText::tr("The log names no users. Ask for a session, or import the log with a user column."));
            return fail(row.error());
        }
        return Shopper{quint32(row->id.value), 0};
    }
    const Result<qint64> row = data.session(session);
    if (!row)
        return fail(row.error());
    return Shopper{0, quint32(*row)};
}

Result<QList<RecommendedItem>> toldItems(const FittedRecommender &fitted, const ShopperHistory &history, const RuleTable &rules, const ItemList &list,
                                         bool withReasons, JobContext &job)
{
    std::vector<std::vector<ScoreLoss>> losses;
    if (withReasons) {
        const std::vector<quint32> named(list.items.begin(), list.items.begin() + std::ptrdiff_t(list.named));
        const ListOfBoard listOf = [&](const ScoreBoard &less) {
            ItemList changed = fitted.listOf(less, history, rules, list.items.size());
            changed.items.resize(changed.named);
            return changed.items;
        };
        auto asked = scoreLosses(fitted.model(), {history.items(), history.user}, named, listOf, size_t(fitted.shop().itemCount()), job);
        if (!asked)
            return fail(asked.error());
        losses = std::move(*asked);
    }
    return namedItems(list, losses, history, fitted.shop().log());
}

Result<Recommendations> recommendFor(const FittedRecommender &fitted, const Shopper &shopper, const RuleTable &rules, const ListWishes &wishes, JobContext &job)
{
    const ShopperHistory history = fitted.shop().historyOf(shopper);
    const NextItemQuery query{history.items(), history.user};
    ScoreBoard board = fitted.board();
    if (!query.items.empty())
        fitted.model().score(query, board);
    Recommendations told;
    ListCost cost;
    const ItemList list = fitted.listOf(board, history, rules, size_t(wishes.top), &cost);
    Result<QList<RecommendedItem>> items = toldItems(fitted, history, rules, list, wishes.withReasons, job);
    if (!items)
        return fail(items.error());
    const InteractionLog &log = fitted.shop().log();
    told.model = fitted.modelName();
    told.isColdStart = query.items.empty();
    told.hasClock = log.hasClock;
    told.hasReasons = wishes.withReasons;
    told.history = qint64(query.items.size());
    told.strayTimes = log.times.strays;
    told.robots = log.robots.users.count();
    told.note = listNote(fitted, history, rules);
    told.items = std::move(*items);
    told.lastSteps = toldSteps(history, log);
    if (rules.rules().diversity > 0 && list.named > 1)
        told.cost = cost;
    return told;
}

Result<Recommendations> recommendBy(const FittedRecommender &fitted, ShopData &data, const RecommendRequest &request, bool withReasons, JobContext &job)
{
    const Result<Shopper> shopper = shopperOf(data, request.user, request.session);
    if (!shopper)
        return fail(shopper.error());
    const Result<RuleTable> rules = RuleTable::of(request.rules, fitted.shop(), data, job);
    if (!rules)
        return fail(rules.error());
    Result<Recommendations> list = recommendFor(fitted, *shopper, *rules, {request.top, withReasons}, job);
    if (list) {
        list->user = request.user;
        list->session = request.session;
    }
    return list;
}

Result<Recommendations> recommendItems(ShopData &data, const RecommendRequest &request, JobContext &job)
{
    if (const Result<Shopper> shopper = shopperOf(data, request.user, request.session); !shopper)
        return fail(shopper.error());
    JobContext reading = job.part(0, 1, 4);
    const auto shop = ShopLog::read(data, reading);
    if (!shop)
        return fail(shop.error());
    if (const Result<RuleTable> rules = RuleTable::of(request.rules, **shop, data, job); !rules)
        return fail(rules.error()); // before minutes of learning
    JobContext fitting = job.part(1, 3, 4);
    const auto fitted = FittedRecommender::fit(*shop, request.model, request.fit, endOfTime, fitting);
    return fitted ? recommendBy(**fitted, data, request, true, job) : fail(fitted.error());
}

QString reasonText(const RecommendedItem &item)
{
    if (item.isPopular)
        return RecommendItemsText::tr("popular of late");
    if (item.reasons.isEmpty())
        return item.isOwn ? RecommendItemsText::tr("in the history") : RecommendItemsText::tr("for everybody, whatever the history");
    QStringList parts;
    for (const RecommendationReason &reason : item.reasons) {
        const QString part = RecommendItemsText::tr("%1 %2 %").arg(shownItem(reason.item, reason.name)).arg(qRound(100 * reason.share));
        parts << (reason.removes ? RecommendItemsText::tr("%1, not on the list without it").arg(part) : part);
    }
    const QString because = RecommendItemsText::tr("since %1").arg(parts.join(QStringLiteral("; ")));
    return item.isOwn ? RecommendItemsText::tr("in the history, %1").arg(because) : because;
}

} // namespace foretrail
