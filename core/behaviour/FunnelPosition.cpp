#include "core/behaviour/FunnelPosition.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonValue>
#include <QSet>

#include <algorithm>

namespace foretrail {
namespace {

struct FunnelPositionText { Q_DECLARE_TR_FUNCTIONS(foretrail::FunnelPosition) };

constexpr qint64 funnelDays = 30;
constexpr qsizetype funnelEvents = 50;

qsizetype firstOfLately(const QList<UserEvent> &events, bool hasClock)
{
    if (!hasClock)
        return std::max<qsizetype>(0, events.size() - funnelEvents);
    const UtcMs from = events.back().time - funnelDays * dayMs;
    const auto isEarlier = [](const UserEvent &event, UtcMs time) { return event.time < time; };
    return std::lower_bound(events.begin(), events.end(), from, isEarlier) - events.begin();
}

} // namespace

FunnelPosition funnelPosition(const QList<UserEvent> &events, bool hasClock)
{
    FunnelPosition position;
    position.hasClock = hasClock;
    if (events.isEmpty())
        return position;
    for (const char *meaning : {"view", "cart", "purchase"})
        position.stages.append({QLatin1String(meaning), 0});
    const qsizetype first = firstOfLately(events, hasClock);
    position.from = hasClock ? events.back().time - funnelDays * dayMs : events[first].time;
    position.to = events.back().time;
    QSet<QString> open;
    for (qsizetype i = first; i < events.size(); ++i) {
        const UserEvent &event = events[i];
        const auto isOf = [&event](const FunnelPosition::Stage &stage) { return stage.meaning == event.meaning; };
        const auto stage = std::find_if(position.stages.begin(), position.stages.end(), isOf);
        if (stage == position.stages.end())
            continue;
        ++stage->events;
        const int place = int(stage - position.stages.begin());
        position.reached = std::max(position.reached, place);
        position.viewsSince = place == 2 ? 0 : position.viewsSince + (place == 0 ? 1 : 0);
        if (place == 1 && !event.itemKey.isEmpty())
            open.insert(event.itemKey);
        if (place == 2)
            open.remove(event.itemKey);
    }
    position.openItems = open.size();
    return position;
}

QString stageTitle(const QString &meaning)
{
    if (meaning == u"view")
        return FunnelPositionText::tr("Looked");
    return meaning == u"cart" ? FunnelPositionText::tr("Cart") : FunnelPositionText::tr("Bought");
}

QString FunnelPosition::sentence() const
{
    if (stages.isEmpty())
        return {};
    QStringList words;
    switch (reached) {
    case 2: words << FunnelPositionText::tr("Came as far as a purchase."); break;
    case 1: words << FunnelPositionText::tr("Came as far as the cart."); break;
    case 0: words << FunnelPositionText::tr("Looked only: nothing was put into a cart or bought."); break;
    default: return FunnelPositionText::tr("No event means a look, a cart or a purchase. The page Data says what the words of the log mean.");
    }
    if (openItems > 0)
        words << FunnelPositionText::tr("%n item(s) in the cart and not bought.", nullptr, int(openItems));
    if (reached == 2 && viewsSince > 0)
        words << FunnelPositionText::tr("Looked %n time(s) since.", nullptr, int(viewsSince));
    return words.join(u' ');
}

QJsonObject FunnelPosition::toJson() const
{
    QJsonObject json{{QStringLiteral("reached"), reached < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(stages[reached].meaning)},
                     {QStringLiteral("open_cart_items"), openItems},
                     {QStringLiteral("views_since_purchase"), viewsSince}};
    for (const Stage &stage : stages)
        json.insert(stage.meaning, stage.events);
    if (hasClock && !stages.isEmpty()) {
        json.insert(QStringLiteral("from"), QDateTime::fromMSecsSinceEpoch(from).toUTC().toString(Qt::ISODate));
        json.insert(QStringLiteral("to"), QDateTime::fromMSecsSinceEpoch(to).toUTC().toString(Qt::ISODate));
    }
    return json;
}

} // namespace foretrail
