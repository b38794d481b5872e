#include "core/data/quality/Findings.h"

#include "core/data/quality/FindingText.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace {

struct Text { Q_DECLARE_TR_FUNCTIONS(foretrail::Quality) };

constexpr auto items = FindingSubject::Items;
constexpr qint64 dayMs = 86'400'000;
constexpr quint32 fewestRows = 10;

/// What is late or early: a tenth of the span, and never less than a week.
qint64 patienceMs(const EventFacts &facts)
{
    constexpr qint64 leastMs = 7 * dayMs;
    return facts.pastFirst ? std::max(leastMs, (*facts.pastLast - *facts.pastFirst) / 10) : 0;
}

QString dayOf(UtcMs time) { return formatTime(time, Step::Day); }

/// The value that is farthest from what is usual.
QString outlierSentence(const QString &key, const ItemFacts &item)
{
    if (item.quantities.isAbove(double(item.largestQuantity)))
        return Text::tr("Item %1: a quantity of %2 where %3 is usual.")
            .arg(key, shownNumber(double(item.largestQuantity)), shownNumber(item.quantities.median));
    const bool isAbove = item.prices.isAbove(double(item.largestPrice));
    return Text::tr("Item %1: a price of %2 where %3 is usual.")
        .arg(key, shownNumber(double(isAbove ? item.largestPrice : item.smallestPrice)), shownNumber(item.prices.median));
}

QString singleSentence(FindingKind kind, const QString &key, const ItemFacts &item)
{
    switch (kind) {
    case FindingKind::Outlier: return outlierSentence(key, item);
    case FindingKind::LateStart: return Text::tr("Item %1 begins on %2.").arg(key, dayOf(item.first));
    case FindingKind::EarlyEnd: return Text::tr("Item %1 ends on %2.").arg(key, dayOf(item.last));
    case FindingKind::AllZero: return Text::tr("Item %1: each of its %2 rows has an amount of zero.").arg(key, shown(item.rows));
    case FindingKind::NonProduct: return Text::tr("Item %1 is no product; it has %2 rows.").arg(key, shown(item.rows));
    default: return {};
    }
}

void addSingles(FindingKind kind, const std::vector<qint64> &ids, const EventFacts &facts, KeyNames &keys, QList<Finding> &findings)
{
    for (size_t i = 0; i < ids.size() && i < mostSingles; ++i) {
        const ItemFacts &item = facts.byItem[size_t(ids[i])];
        const QString key = keys.of(ids[i]);
        const qint64 count = kind == FindingKind::Outlier ? item.outliers : item.rows;
        findings.append(makeFinding(kind, items, Severity::Note, count, singleSentence(kind, key, item), key));
    }
}

QString allSentence(FindingKind kind, qint64 count, const EventFacts &facts)
{
    const QString many = shown(count);
    const QString all = shown(facts.items);
    const QString days = shown(patienceMs(facts) / dayMs);
    switch (kind) {
    case FindingKind::LateStart: return Text::tr("%1 items of %2 begin more than %3 days after the data.").arg(many, all, days);
    case FindingKind::EarlyEnd: return Text::tr("%1 items of %2 end more than %3 days before the data.").arg(many, all, days);
    case FindingKind::TooShort: return Text::tr("%1 items of %2 have fewer than %3 rows.").arg(many, all, shown(fewestRows));
    case FindingKind::AllZero: return Text::tr("%1 items of %2 have amounts of zero only.").arg(many, all);
    default: return {};
    }
}

void addOutliers(const std::vector<qint64> &ids, const EventFacts &facts, QList<Finding> &findings)
{
    qint64 rows = 0;
    for (qint64 id : ids)
        rows += facts.byItem[size_t(id)].outliers;
    if (rows > 0)
        findings.append(makeFinding(FindingKind::Outlier, items, Severity::Warning, rows,
                                    Text::tr("%1 rows of %2 items have a quantity or a price far from what is usual for the item.")
                                        .arg(shown(rows), shown(qint64(ids.size())))));
}

void addCancelled(const EventFacts &facts, KeyNames &keys, QList<Finding> &findings)
{
    constexpr qint64 minuteMs = 60'000;
    for (size_t i = 0; i < facts.cancelled.size() && i < mostSingles; ++i) {
        const CancelledOrder &order = facts.cancelled[i];
        const QString key = keys.of(order.item);
        findings.append(makeFinding(FindingKind::Outlier, items, Severity::Warning, 2,
                                    Text::tr("Item %1: an order of %2 pieces on %3 was cancelled %4 minutes later.")
                                        .arg(key, shownNumber(order.quantity), dayOf(order.ordered),
                                             shown((order.cancelled - order.ordered) / minuteMs)), key));
    }
}

void addNames(const EventFacts &facts, Connection &connection, QList<Finding> &findings)
{
    qint64 unnamed = 0, named = 0;
    Statement rows = connection.prepare("SELECT id, name = '' FROM items");
    while (rows.step()) {
        const size_t id = size_t(rows.integer(0));
        if (id < facts.byItem.size() && facts.byItem[id].rows > 0)
            ++(rows.integer(1) != 0 ? unnamed : named);
    }
    if (named > 0 && unnamed > 0)
        findings.append(makeFinding(FindingKind::MissingName, items, Severity::Note, unnamed,
                                    Text::tr("%1 items of %2 have no name.").arg(shown(unnamed), shown(named + unnamed))));
}

} // namespace

ItemChecks::ItemChecks(const EventFacts &facts, const QualityScope &scope)
    : m_facts(facts), m_scope(scope), m_lateAfter(facts.pastFirst.value_or(0) + patienceMs(facts)),
      m_earlyBefore(facts.pastLast.value_or(0) - patienceMs(facts))
{
}

bool ItemChecks::isOf(FindingKind kind, qint64 id) const
{
    const ItemFacts &item = m_facts.byItem[size_t(id)];
    const bool hasTimes = item.first <= item.last;
    switch (kind) {
    case FindingKind::Outlier: return item.outliers > 0;
    case FindingKind::LateStart: return hasTimes && item.first > m_lateAfter;
    case FindingKind::EarlyEnd: return hasTimes && item.last < m_earlyBefore;
    case FindingKind::TooShort: return item.rows < fewestRows;
    case FindingKind::AllZero: return item.hasAmount && !item.hasValue;
    case FindingKind::NonProduct: return size_t(id) < m_scope.isNonProduct.size() && m_scope.isNonProduct[size_t(id)];
    default: return false;
    }
}

std::vector<qint64> ItemChecks::of(FindingKind kind) const
{
    std::vector<qint64> ids;
    for (size_t id = 1; id < m_facts.byItem.size(); ++id)
        if (m_facts.byItem[id].rows > 0 && isOf(kind, qint64(id)))
            ids.push_back(qint64(id));
    const auto weight = [this, kind](qint64 id) {
        const ItemFacts &item = m_facts.byItem[size_t(id)];
        return kind == FindingKind::Outlier ? double(item.largestQuantity) / std::max(item.quantities.median, 1.0) : double(item.rows);
    };
    std::ranges::stable_sort(ids, std::ranges::greater(), weight);
    return ids;
}

KeyNames::KeyNames(Connection &connection, const char *table)
    : m_find(connection.prepare(std::string("SELECT key FROM ") + table + " WHERE id = ?1"))
{
}

QString KeyNames::of(qint64 id)
{
    m_find.reset();
    m_find.bind(1, id);
    return m_find.step() ? m_find.text(0) : QString();
}

void addItemFindings(const EventFacts &facts, const QualityScope &scope, Connection &connection, QList<Finding> &findings)
{
    const ItemChecks checks(facts, scope);
    KeyNames keys(connection, "items");
    addCancelled(facts, keys, findings);
    const std::vector<qint64> outliers = checks.of(FindingKind::Outlier);
    addOutliers(outliers, facts, findings);
    addSingles(FindingKind::Outlier, outliers, facts, keys, findings);
    addSingles(FindingKind::NonProduct, checks.of(FindingKind::NonProduct), facts, keys, findings);
    for (FindingKind kind : {FindingKind::AllZero, FindingKind::LateStart, FindingKind::EarlyEnd, FindingKind::TooShort}) {
        const std::vector<qint64> ids = checks.of(kind);
        if (ids.empty())
            continue;
        findings.append(makeFinding(kind, items, Severity::Note, qint64(ids.size()), allSentence(kind, qint64(ids.size()), facts)));
        if (kind != FindingKind::TooShort) // the shortest are as many as there are
            addSingles(kind, ids, facts, keys, findings);
    }
    addNames(facts, connection, findings);
}

} // namespace foretrail
