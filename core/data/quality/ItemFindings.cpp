#include "core/data/quality/Findings.h"

#include "core/data/quality/FindingText.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct ItemFindingsText { Q_DECLARE_TR_FUNCTIONS(foretrail::Quality) };

constexpr auto items = FindingSubject::Items;
constexpr quint32 fewestRows = 10;

/// What is late or early: a tenth of the span, and never less than a week.
qint64 patienceMs(const EventFacts &facts)
{
    constexpr qint64 leastMs = 7 * dayMs;
    return std::max(leastMs, (facts.mainTo - facts.mainFrom) / 10);
}

/// The value that is farthest from what is usual.
QString outlierSentence(const QString &key, const ItemFacts &item)
{
    if (item.quantities.isAbove(double(item.largestQuantity)))
        return ItemFindingsText::tr("Item %1: a quantity of %2 where about %3 is usual.")
            .arg(key, shownNumber(double(item.largestQuantity)), shownNumber(std::ceil(item.quantities.median)));
    const bool isAbove = item.prices.isAbove(double(item.largestPrice));
    return ItemFindingsText::tr("Item %1: a price of %2 where about %3 is usual.")
        .arg(key, shownNumber(double(isAbove ? item.largestPrice : item.smallestPrice)), shownAbout(item.prices.median));
}

/// The findings about single items and about many.
class ItemFindings {
public:
    ItemFindings(const EventFacts &facts, const QualityScope &scope, Connection &connection, QList<Finding> &findings)
        : m_facts(facts), m_scope(scope), m_checks(facts, scope), m_keys(connection, "items"), m_findings(findings)
    {
    }
    void addSingles(FindingKind kind, const std::vector<qint64> &ids);
    void addMany(FindingKind kind);
    void addOutliers();
    void addCancelled();
    const ItemChecks &checks() const { return m_checks; }

private:
    QString singleSentence(FindingKind kind, const QString &key, const ItemFacts &item) const;
    QString manySentence(FindingKind kind, qint64 count) const;
    const EventFacts &m_facts;
    const QualityScope &m_scope;
    ItemChecks m_checks;
    KeyNames m_keys;
    QList<Finding> &m_findings;
};

QString ItemFindings::singleSentence(FindingKind kind, const QString &key, const ItemFacts &item) const
{
    switch (kind) {
    case FindingKind::Outlier: return outlierSentence(key, item);
    case FindingKind::LateStart: return ItemFindingsText::tr("Item %1 begins on %2.").arg(key, m_scope.dayText(item.first));
    case FindingKind::EarlyEnd: return ItemFindingsText::tr("Item %1 ends on %2.").arg(key, m_scope.dayText(item.last));
    case FindingKind::AllZero: return ItemFindingsText::tr("Item %1 has amounts of zero only.").arg(key);
    case FindingKind::NonProduct: return ItemFindingsText::tr("Item %1 is no product.").arg(key);
    default: return {};
    }
}

QString ItemFindings::manySentence(FindingKind kind, qint64 count) const
{
    const QString some = ItemFindingsText::tr("%1 of %2 items").arg(shown(count), shown(m_facts.items));
    const QString days = shown(patienceMs(m_facts) / dayMs);
    switch (kind) {
    case FindingKind::LateStart: return ItemFindingsText::tr("%1 have %2 rows or more and begin more than %3 days after the data.").arg(some, shown(fewestRows), days);
    case FindingKind::EarlyEnd: return ItemFindingsText::tr("%1 have %2 rows or more and end more than %3 days before the data.").arg(some, shown(fewestRows), days);
    case FindingKind::TooShort: return ItemFindingsText::tr("%1 have fewer than %2 rows.").arg(some, shown(fewestRows));
    case FindingKind::AllZero: return ItemFindingsText::tr("%1 have amounts of zero only.").arg(some);
    default: return {};
    }
}

void ItemFindings::addSingles(FindingKind kind, const std::vector<qint64> &ids)
{
    for (size_t i = 0; i < ids.size() && i < mostSingles; ++i) {
        const ItemFacts &item = m_facts.byItem[size_t(ids[i])];
        const QString key = m_keys.of(ids[i]);
        const qint64 count = kind == FindingKind::Outlier ? item.outliers : item.rows;
        m_findings.append(makeFinding(kind, items, Severity::Note, count, singleSentence(kind, key, item), key));
    }
}

void ItemFindings::addMany(FindingKind kind)
{
    const std::vector<qint64> ids = m_checks.of(kind);
    if (ids.empty())
        return;
    m_findings.append(makeFinding(kind, items, Severity::Note, qint64(ids.size()), manySentence(kind, qint64(ids.size()))));
    if (kind != FindingKind::TooShort) // the shortest are as many as there are
        addSingles(kind, ids);
}

void ItemFindings::addOutliers()
{
    const std::vector<qint64> ids = m_checks.of(FindingKind::Outlier);
    qint64 rows = 0;
    for (qint64 id : ids)
        rows += m_facts.byItem[size_t(id)].outliers;
    if (rows == 0)
        return;
    m_findings.append(makeFinding(FindingKind::Outlier, items, Severity::Warning, rows,
                                  ItemFindingsText::tr("%1 of %2 rows, of %3 of %4 items, have a quantity or a price far from what is usual for the item.")
                                      .arg(shown(rows), shown(m_facts.rows), shown(qint64(ids.size())), shown(m_facts.items))));
    addSingles(FindingKind::Outlier, ids);
}

void ItemFindings::addCancelled()
{
    constexpr qint64 minuteMs = 60'000, linesOfPair = 2;
    for (size_t i = 0; i < m_facts.cancelled.size() && i < mostSingles; ++i) {
        const CancelledOrder &order = m_facts.cancelled[i];
        const QString key = m_keys.of(order.item);
        m_findings.append(makeFinding(FindingKind::Outlier, items, Severity::Warning, linesOfPair,
                                      ItemFindingsText::tr("Item %1: an order of %2 pieces on %3 was cancelled within %4 min.")
                                          .arg(key, shownNumber(order.quantity), m_scope.dayText(order.ordered),
                                               shown((order.cancelled - order.ordered + minuteMs - 1) / minuteMs)), key));
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
                                    ItemFindingsText::tr("%1 of %2 items have no name.").arg(shown(unnamed), shown(named + unnamed))));
}

} // namespace

ItemChecks::ItemChecks(const EventFacts &facts, const QualityScope &scope)
    : m_facts(facts), m_scope(scope), m_lateAfter(facts.mainFrom + patienceMs(facts)),
      m_earlyBefore(facts.mainTo - patienceMs(facts))
{
}

bool ItemChecks::isOf(FindingKind kind, qint64 id) const
{
    const ItemFacts &item = m_facts.byItem[size_t(id)];
    const bool hasTimes = item.first <= item.last && item.rows >= fewestRows; // a few sales say nothing of a start
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
    : m_find(connection.prepare(std::string("SELECT key FROM ") + table + " WHERE id = ?1")),
      m_names(std::string_view(table) == "users" ? UserNames::of(connection) : UserNames())
{
}

QString KeyNames::of(qint64 id)
{
    m_find.reset();
    m_find.bind(1, id);
    return m_find.step() ? m_names.shown(id, m_find.text(0)) : QString();
}

void addItemFindings(const EventFacts &facts, const QualityScope &scope, Connection &connection, QList<Finding> &findings)
{
    ItemFindings items(facts, scope, connection, findings);
    items.addCancelled();
    items.addOutliers();
    items.addSingles(FindingKind::NonProduct, items.checks().of(FindingKind::NonProduct));
    for (FindingKind kind : {FindingKind::AllZero, FindingKind::LateStart, FindingKind::EarlyEnd, FindingKind::TooShort})
        items.addMany(kind);
    addNames(facts, connection, findings);
}

} // namespace foretrail
