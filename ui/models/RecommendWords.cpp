#include "ui/models/RecommendWords.h"

#include "ui/charts/Ticks.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace foretrail {

namespace {

struct RecommendWordsText { Q_DECLARE_TR_FUNCTIONS(foretrail::RecommendWords) };

constexpr qsizetype shownReasons = 2; ///< in a cell; its tooltip has all
constexpr qint64 fewCases = 30; ///< of a test: one more or less on a list is three of a hundred

QString actionText(const QString &action, const QString &item)
{
    if (action == QLatin1String("purchase"))
        return RecommendWordsText::tr("bought %1").arg(item);
    if (action == QLatin1String("cart"))
        return RecommendWordsText::tr("put %1 into the cart").arg(item);
    if (action == QLatin1String("favourite"))
        return RecommendWordsText::tr("marked %1 as favourite").arg(item);
    return action == QLatin1String("view") ? RecommendWordsText::tr("looked at %1").arg(item) : item;
}

QString datedAction(const QString &action, const QString &item, UtcMs time, bool hasClock, const QString &zone)
{
    const QString what = actionText(action, item);
    if (!hasClock)
        return what;
    ZoneClock clock{QTimeZone(zone.toLatin1())};
    return RecommendWordsText::tr("%1 (%2)", "bought Lamp (3 Oct 2011)").arg(what, dateText(clock.toWall(time)));
}

/// What a reason names; an item may lead to itself.
QString reasonItem(const RecommendationReason &reason, const RecommendedItem &item)
{
    return reason.item == item.item ? RecommendWordsText::tr("the same item", "an item that leads to itself") : itemText(reason.item, reason.name);
}

QString listed(const QStringList &parts) { return parts.join(RecommendWordsText::tr(", ", "between parts of a list")); }

} // namespace

QString itemText(const QString &key, const QString &name) { return name.isEmpty() ? key : name; }

QString percentText(double share) { return RecommendWordsText::tr("%1 %").arg(QLocale().toString(100 * share, 'f', share < 0.0995 && share > 0 ? 1 : 0)); }

QString whyText(const RecommendedItem &item)
{
    if (item.isPopular)
        return RecommendWordsText::tr("popular of late");
    if (item.reasons.isEmpty())
        return item.isOwn ? RecommendWordsText::tr("in the history") : RecommendWordsText::tr("for everybody, whatever the history");
    QStringList parts;
    for (const RecommendationReason &reason : item.reasons.mid(0, shownReasons))
        parts << RecommendWordsText::tr("%1 %2\u00a0%", "an item, its share of the score").arg(reasonItem(reason, item)).arg(qRound(100 * reason.share));
    return RecommendWordsText::tr("since %1", "the items that led to it").arg(listed(parts));
}

QString removedText(const RecommendedItem &item)
{
    QStringList parts;
    for (const RecommendationReason &reason : item.reasons)
        if (reason.removes)
            parts << reasonItem(reason, item);
    return parts.isEmpty() ? QStringLiteral("–") : listed(parts);
}

QString reasonDetails(const RecommendedItem &item, bool hasClock, const QString &zone)
{
    QStringList lines{itemText(item.item, item.name) == item.item ? item.item : QStringLiteral("%1 (%2)").arg(item.name, item.item)};
    if (!item.category.isEmpty())
        lines << RecommendWordsText::tr("Category: %1").arg(item.category);
    for (const RecommendationReason &reason : item.reasons)
        lines << RecommendWordsText::tr("%1: %2 % of the score", "what was done").arg(datedAction(reason.action, itemText(reason.item, reason.name), reason.time, hasClock, zone))
                     .arg(qRound(100 * reason.share));
    return lines.join(QLatin1Char('\n'));
}

QString historyText(const Recommendations &list, const QString &zone, int most)
{
    QStringList parts;
    for (const HistoryStep &step : list.lastSteps)
        if (parts.size() < most)
            parts << datedAction(step.action, itemText(step.item, step.name), step.time, list.hasClock, zone);
    return listed(parts);
}

QString recommenderTitle(const QString &model)
{
    static const char *const titles[][2] = {
        {"popularity", QT_TRANSLATE_NOOP("foretrail::RecommendWords", "the most popular items, the same for everybody")},
        {"recent-popularity", QT_TRANSLATE_NOOP("foretrail::RecommendWords", "what is popular of late")},
        {"session-popularity", QT_TRANSLATE_NOOP("foretrail::RecommendWords", "what the user looked at most, then what is popular")},
        {"markov", QT_TRANSLATE_NOOP("foretrail::RecommendWords", "what others did after the last item")},
        {"item-knn", QT_TRANSLATE_NOOP("foretrail::RecommendWords", "items that go together with those of the history")},
        {"session-knn", QT_TRANSLATE_NOOP("foretrail::RecommendWords", "what visits like this one went on to")},
        {"gru", QT_TRANSLATE_NOOP("foretrail::RecommendWords", "a recurrent network of gated units; learning takes long")},
        {"lstm", QT_TRANSLATE_NOOP("foretrail::RecommendWords", "a recurrent network with memory cells; learning takes long")},
        {"gru-bpr-max", QT_TRANSLATE_NOOP("foretrail::RecommendWords", "a recurrent network that learns to rank; learning takes long")},
        {"combination", QT_TRANSLATE_NOOP("foretrail::RecommendWords", "all quick models, weighed by how well they did")}};
    for (const auto &[name, title] : titles)
        if (model == QLatin1String(name))
            return RecommendWordsText::tr(title);
    return model;
}

QString bandText(const ResponseBand &band)
{
    const auto percent = [](double share) { return QLocale().toString(qRound(100 * share)); };
    if (band.from >= 1)
        return RecommendWordsText::tr("no score");
    return band.from <= 0 ? RecommendWordsText::tr("first %1 %").arg(percent(band.to)) : RecommendWordsText::tr("%1 to %2 %").arg(percent(band.from), percent(band.to));
}

QString testSentence(const RecommendReport &report)
{
    const auto of100 = [&report](const RecommenderScores &scores) {
        const double hits = 100 * scores.atK(report.k).recall;
        return QLocale().toString(hits, 'f', hits < 10 ? 1 : 0);
    };
    const auto isPopularity = [](const RecommenderScores &scores) { return scores.model == QLatin1String("popularity"); };
    const auto simple = std::find_if(report.models.begin(), report.models.end(), isPopularity);
    const RecommenderScores *best = nullptr;
    for (const RecommenderScores &scores : report.models)
        if (!isPopularity(scores) && (!best || scores.atK(report.k).recall > best->atK(report.k).recall))
            best = &scores;
    if (simple == report.models.end())
        return {};
    const QString few = report.cases < fewCases ? u' ' + RecommendWordsText::tr("%n next item(s) are too few to tell one model from another.", nullptr, int(report.cases)) : QString();
    if (!best)
        return RecommendWordsText::tr("popularity: %1 of 100 next items are on a list of %2.").arg(of100(*simple)).arg(report.k) + few;
    return RecommendWordsText::tr("%1: %2 of 100 next items are on a list of %3, popularity: %4.").arg(best->model, of100(*best)).arg(report.k).arg(of100(*simple)) + few;
}

} // namespace foretrail
