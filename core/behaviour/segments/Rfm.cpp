#include "core/behaviour/segments/Rfm.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace foretrail {
namespace {

struct RfmText { Q_DECLARE_TR_FUNCTIONS(foretrail::Rfm) };

constexpr std::array<const char *, rfmNames> rfmKeys{"champions", "loyal", "potential", "new", "promising", "attention",
                                                     "sleeping", "at-risk", "cannot-lose", "hibernating", "lost"};
constexpr RfmCuts fixedFrequency{1, 2, 4, 9}; ///< 1, 2, 3 to 4, 5 to 9, 10 and more

/// 1 for what does not lie above the first cut, 5 for what lies above all.
quint8 scoreOf(double value, const RfmCuts &cuts)
{
    return quint8(1 + std::ranges::count_if(cuts, [value](double cut) { return value > cut; }));
}

bool isStrict(const RfmCuts &cuts) { return std::ranges::adjacent_find(cuts, std::greater_equal<>()) == cuts.end(); }

/// What is scored of one user.
struct RfmFigures { double days = 0, times = 0, money = 0; };

class RfmScorer {
public:
    explicit RfmScorer(const ShopFigures &figures) : m_figures(figures)
    {
        m_table.isByVisits = !figures.hasPurchases;
        m_table.isMoneyPieces = figures.hasPurchases && !figures.hasAmounts;
    }
    RfmTable table()
    {
        m_table.users.resize(m_figures.users.size());
        if (!m_figures.hasClock)
            return std::move(m_table);
        chooseCuts();
        for (size_t id = 0; id < m_figures.users.size(); ++id)
            if (isScored(m_figures.users[id]))
                m_table.users[id] = scores(figuresOf(m_figures.users[id]));
        return std::move(m_table);
    }

private:
    bool isScored(const UserFigures &user) const { return m_table.isByVisits ? user.activeDays > 0 : user.purchaseDays > 0; }
    RfmFigures figuresOf(const UserFigures &user) const
    {
        if (m_table.isByVisits)
            return {double(m_figures.lastDay - user.lastVisit), double(user.sessions), double(user.events)};
        return {double(m_figures.lastDay - user.lastDay), double(user.orders), m_table.isMoneyPieces ? double(user.purchases) : user.value};
    }
    RfmTable::Scores scores(const RfmFigures &user) const
    {
        return {quint8(6 - scoreOf(user.days, m_table.recency)), scoreOf(user.times, m_table.frequency), scoreOf(user.money, m_table.money)};
    }
    void chooseCuts()
    {
        std::vector<double> days, times, money;
        for (const UserFigures &user : m_figures.users) {
            if (!isScored(user))
                continue;
            const RfmFigures figures = figuresOf(user);
            days.push_back(figures.days);
            times.push_back(figures.times);
            money.push_back(figures.money);
        }
        m_table.scored = qint64(days.size());
        if (days.empty())
            return;
        m_table.recency = quintileCuts(std::move(days));
        m_table.frequency = quintileCuts(std::move(times));
        m_table.money = quintileCuts(std::move(money));
        m_table.isFrequencyFixed = !isStrict(m_table.frequency);
        if (m_table.isFrequencyFixed)
            m_table.frequency = fixedFrequency;
    }

    const ShopFigures &m_figures;
    RfmTable m_table;
};

QJsonArray cutsJson(const RfmCuts &cuts)
{
    QJsonArray array;
    for (const double cut : cuts)
        array.append(cut);
    return array;
}

QString cutsText(const RfmCuts &cuts)
{
    QStringList texts;
    for (const double cut : cuts)
        texts << QLocale().toString(cut, 'f', cut == double(qint64(cut)) ? 0 : 2);
    return texts.join(QStringLiteral(" | "));
}

} // namespace

RfmName rfmNameOf(int r, int f)
{
    if (r < 1 || f < 1)
        return RfmName::None;
    if (r <= 2) {
        if (f == 5)
            return RfmName::CannotLose;
        if (f >= 3)
            return RfmName::AtRisk;
        return r == 2 ? RfmName::Hibernating : RfmName::Lost;
    }
    if (f >= 4)
        return r == 5 ? RfmName::Champions : RfmName::Loyal;
    if (r == 3)
        return f == 3 ? RfmName::Attention : RfmName::Sleeping;
    if (f >= 2)
        return RfmName::Potential;
    return r == 5 ? RfmName::New : RfmName::Promising;
}

QString rfmKey(RfmName name) { return name == RfmName::None ? QString() : QString::fromLatin1(rfmKeys.at(size_t(name) - 1)); }

RfmName rfmNameFromKey(const QString &key)
{
    const auto found = std::ranges::find_if(rfmKeys, [&key](const char *known) { return key == QLatin1String(known); });
    return found == rfmKeys.end() ? RfmName::None : RfmName(found - rfmKeys.begin() + 1);
}

QString rfmTitle(RfmName name)
{
    switch (name) {
    case RfmName::Champions: return RfmText::tr("Champions");
    case RfmName::Loyal: return RfmText::tr("Loyal");
    case RfmName::Potential: return RfmText::tr("Potential loyalists");
    case RfmName::New: return RfmText::tr("Recent buyers");
    case RfmName::Promising: return RfmText::tr("Promising");
    case RfmName::Attention: return RfmText::tr("Needs attention");
    case RfmName::Sleeping: return RfmText::tr("About to sleep");
    case RfmName::AtRisk: return RfmText::tr("Slipping away");
    case RfmName::CannotLose: return RfmText::tr("Cannot lose");
    case RfmName::Hibernating: return RfmText::tr("Hibernating");
    case RfmName::Lost: return RfmText::tr("Long gone");
    case RfmName::None: break;
    }
    return RfmText::tr("Not scored");
}

namespace {

/// Of a log without purchases, where visits are scored.
QString visitWords(RfmName name)
{
    switch (name) {
    case RfmName::Champions: return RfmText::tr("Came just now and often: recency 5, frequency 4 or 5.");
    case RfmName::Loyal: return RfmText::tr("Come often, and not long ago: recency 3 or 4, frequency 4 or 5.");
    case RfmName::Potential: return RfmText::tr("Came lately, some times by now: recency 4 or 5, frequency 2 or 3.");
    case RfmName::New: return RfmText::tr("Came just now, as seldom as any: recency 5, frequency 1.");
    case RfmName::Promising: return RfmText::tr("Came lately, as seldom as any: recency 4, frequency 1.");
    case RfmName::Attention: return RfmText::tr("In the middle of both: recency 3, frequency 3.");
    case RfmName::Sleeping: return RfmText::tr("Came seldom, and a while ago: recency 3, frequency 1 or 2.");
    case RfmName::AtRisk: return RfmText::tr("Came rather often, but long ago: recency 1 or 2, frequency 3 or 4.");
    case RfmName::CannotLose: return RfmText::tr("Came most often of all, but long ago: recency 1 or 2, frequency 5.");
    case RfmName::Hibernating: return RfmText::tr("Came seldom and long ago: recency 2, frequency 1 or 2.");
    case RfmName::Lost: return RfmText::tr("Came seldom and longest ago: recency 1, frequency 1 or 2.");
    case RfmName::None: break;
    }
    return RfmText::tr("No visit whose time is known.");
}

} // namespace

QString rfmWords(RfmName name, bool isByVisits)
{
    if (isByVisits)
        return visitWords(name);
    switch (name) {
    case RfmName::Champions: return RfmText::tr("Bought just now and often: recency 5, frequency 4 or 5.");
    case RfmName::Loyal: return RfmText::tr("Buy often, and not long ago: recency 3 or 4, frequency 4 or 5.");
    case RfmName::Potential: return RfmText::tr("Bought lately, some times by now: recency 4 or 5, frequency 2 or 3.");
    case RfmName::New: return RfmText::tr("Bought just now, as seldom as any: recency 5, frequency 1.");
    case RfmName::Promising: return RfmText::tr("Bought lately, as seldom as any: recency 4, frequency 1.");
    case RfmName::Attention: return RfmText::tr("In the middle of both: recency 3, frequency 3.");
    case RfmName::Sleeping: return RfmText::tr("Bought seldom, and a while ago: recency 3, frequency 1 or 2.");
    case RfmName::AtRisk: return RfmText::tr("Bought rather often, but long ago: recency 1 or 2, frequency 3 or 4.");
    case RfmName::CannotLose: return RfmText::tr("Bought most often of all, but long ago: recency 1 or 2, frequency 5.");
    case RfmName::Hibernating: return RfmText::tr("Bought seldom and long ago: recency 2, frequency 1 or 2.");
    case RfmName::Lost: return RfmText::tr("Bought seldom and longest ago: recency 1, frequency 1 or 2.");
    case RfmName::None: break;
    }
    return RfmText::tr("No purchase whose time is known.");
}

RfmCuts quintileCuts(std::vector<double> values)
{
    RfmCuts cuts{};
    if (values.empty())
        return cuts;
    std::ranges::sort(values);
    for (size_t k = 1; k <= cuts.size(); ++k)
        cuts[k - 1] = values[(values.size() * k + cuts.size()) / (cuts.size() + 1) - 1];
    return cuts;
}

RfmName RfmTable::nameOf(qint64 user) const
{
    if (user < 0 || size_t(user) >= users.size())
        return RfmName::None;
    return rfmNameOf(users[size_t(user)].r, users[size_t(user)].f);
}

QString RfmTable::cutWords() const
{
    if (isEmpty())
        return RfmText::tr("No scores: no event has a time.");
    QString words = isByVisits
        ? RfmText::tr("Nobody bought anything, so visits are scored. Cut points: days since the last visit %1; sessions %2; events %3.")
        : isMoneyPieces ? RfmText::tr("The log has no amounts, so rows bought stand for value. Cut points: days since the last purchase %1; orders %2; rows %3.")
                        : RfmText::tr("Cut points: days since the last purchase %1; orders %2; value %3.");
    words = words.arg(cutsText(recency), cutsText(frequency), cutsText(money));
    if (isFrequencyFixed)
        words += u' ' + RfmText::tr("So many are alike in frequency that its cuts are fixed.");
    return words;
}

QJsonObject RfmTable::toJson() const
{
    return {{QStringLiteral("scored"), scored},
            {QStringLiteral("by"), isByVisits ? QStringLiteral("visits") : QStringLiteral("purchases")},
            {QStringLiteral("recency_cuts"), cutsJson(recency)},
            {QStringLiteral("frequency_cuts"), cutsJson(frequency)},
            {QStringLiteral("frequency_fixed"), isFrequencyFixed},
            {QStringLiteral("monetary"), isByVisits ? QStringLiteral("events") : isMoneyPieces ? QStringLiteral("rows") : QStringLiteral("value")},
            {QStringLiteral("monetary_cuts"), cutsJson(money)}};
}

RfmTable rfmOf(const ShopFigures &figures) { return RfmScorer(figures).table(); }

} // namespace foretrail
