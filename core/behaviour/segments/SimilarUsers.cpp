#include "core/behaviour/segments/SimilarUsers.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct SimilarUsersText { Q_DECLARE_TR_FUNCTIONS(foretrail::SimilarUsers) };

constexpr size_t lookedAt = 60;

qint64 inBoth(const std::vector<qint64> &one, const std::vector<qint64> &other)
{
    std::vector<qint64> both;
    std::ranges::set_intersection(one, other, std::back_inserter(both));
    return qint64(both.size());
}

} // namespace

SimilarUsers::SimilarUsers(SharedFigures figures) : m_figures(std::move(figures)), m_features(m_figures->users.size())
{
    const FeatureScale scale = featureScaleOf(*m_figures);
    for (size_t user = 0; user < m_features.size(); ++user)
        if (m_figures->users[user].exists())
            m_features[user] = scale.apply(featuresOf(*m_figures, m_figures->users[user]));
}

/// (squared distance, user), the nearest first.
std::vector<std::pair<double, qint64>> SimilarUsers::nearest(UserId user) const
{
    std::vector<std::pair<double, qint64>> best; // a heap, the furthest on top
    const UserFeatures &own = m_features[size_t(user.value)];
    for (size_t other = 0; other < m_features.size(); ++other) {
        if (qint64(other) == user.value || !m_figures->users[other].exists())
            continue;
        const std::pair<double, qint64> candidate{squaredDistance(own, m_features[other]), qint64(other)};
        if (best.size() == lookedAt && !(candidate < best.front()))
            continue;
        if (best.size() == lookedAt) {
            std::ranges::pop_heap(best);
            best.pop_back();
        }
        best.push_back(candidate);
        std::ranges::push_heap(best);
    }
    std::ranges::sort(best);
    return best;
}

QString SimilarUsers::why(qint64 user, qint64 other, qint64 sharedItems) const
{
    const QLocale locale;
    const UserFigures &own = m_figures->users[size_t(user)], &its = m_figures->users[size_t(other)];
    QStringList parts;
    if (sharedItems > 0)
        parts << SimilarUsersText::tr("%n item(s) in common", nullptr, int(sharedItems));
    if (m_figures->hasPurchases)
        parts << SimilarUsersText::tr("orders %1 and %2").arg(locale.toString(own.orders), locale.toString(its.orders));
    else
        parts << SimilarUsersText::tr("sessions %1 and %2").arg(locale.toString(own.sessions), locale.toString(its.sessions));
    if (m_figures->hasAmounts)
        parts << SimilarUsersText::tr("value %1 and %2").arg(locale.toString(own.value, 'f', 0), locale.toString(its.value, 'f', 0));
    if (own.purchaseDays > 0 && its.purchaseDays > 0)
        parts << SimilarUsersText::tr("days since the last purchase %1 and %2").arg(m_figures->lastDay - own.lastDay).arg(m_figures->lastDay - its.lastDay);
    return parts.join(QStringLiteral(", "));
}

Result<QList<SimilarUser>> SimilarUsers::of(UserId user, ShopData &data, int most, JobContext &job) const
{
    QList<SimilarUser> found;
    if (!m_figures->has(user))
        return found;
    const Result<std::vector<qint64>> items = data.itemsOf(user);
    if (!items)
        return fail(items.error());
    for (const auto &[distance, other] : nearest(user)) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        const Result<std::vector<qint64>> its = data.itemsOf({other});
        if (!its)
            return fail(its.error());
        SimilarUser one{{other}};
        one.sharedItems = inBoth(*items, *its);
        const double all = double(items->size() + its->size()) - double(one.sharedItems);
        one.similarity = (1 / (1 + std::sqrt(distance)) + (all > 0 ? double(one.sharedItems) / all : 0)) / 2;
        found.append(one);
    }
    std::stable_sort(found.begin(), found.end(), [](const SimilarUser &a, const SimilarUser &b) { return a.similarity > b.similarity; });
    found.resize(std::min<qsizetype>(found.size(), most));
    for (SimilarUser &one : found) {
        const Result<QString> key = data.keyOf(QStringLiteral("user"), one.user.value);
        if (!key)
            return fail(key.error());
        one.key = *key;
        one.why = why(user.value, one.user.value, one.sharedItems);
    }
    return found;
}

} // namespace foretrail
