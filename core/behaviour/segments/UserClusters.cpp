#include "core/behaviour/segments/UserClusters.h"

#include "core/series/Series.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace foretrail {
namespace {

struct UserClustersText { Q_DECLARE_TR_FUNCTIONS(foretrail::UserClusters) };

constexpr size_t mostLearntFrom = 20'000, mostForSilhouette = 1'000;
constexpr int mostProposed = 8;
constexpr double worthSaying = 0.3; ///< standard deviations from everybody

float log1pOf(double value) { return float(std::log1p(std::max(value, 0.0))); }

bool isLearntFrom(const UserFigures &user) { return user.exists() && !user.isRobot; }

/// Users drawn without repetition, in the order of their ids.
std::vector<size_t> drawn(const ShopFigures &figures, size_t most, quint64 seed)
{
    std::vector<size_t> users;
    for (size_t id = 0; id < figures.users.size(); ++id)
        if (isLearntFrom(figures.users[id]))
            users.push_back(id);
    if (users.size() <= most)
        return users;
    std::mt19937_64 random(seed);
    for (size_t i = 0; i < most; ++i)
        std::swap(users[i], users[i + size_t(random() % (users.size() - i))]);
    users.resize(most);
    std::ranges::sort(users);
    return users;
}

PointRows pointsOf(const ShopFigures &figures, const FeatureScale &scale, const std::vector<size_t> &users)
{
    PointRows points{{}, userFeatureCount};
    points.values.reserve(users.size() * userFeatureCount);
    for (const size_t user : users) {
        const UserFeatures features = scale.apply(featuresOf(figures, figures.users[user]));
        points.values.insert(points.values.end(), features.begin(), features.end());
    }
    return points;
}

PointRows firstOf(const PointRows &points, size_t most)
{
    PointRows some{{}, points.width};
    const size_t step = std::max<size_t>(1, points.count() / most);
    for (size_t i = 0; i < points.count() && some.count() < most; i += step)
        some.values.insert(some.values.end(), points.row(i).begin(), points.row(i).end());
    return some;
}

/// Labels of some of the points by the centres of a fit to all of them.
std::vector<int> labelsOf(const PointRows &centres, const PointRows &points)
{
    std::vector<int> labels(points.count());
    for (size_t i = 0; i < points.count(); ++i) {
        double best = std::numeric_limits<double>::max();
        for (size_t centre = 0; centre < centres.count(); ++centre)
            if (const double distance = squaredDistance(centres.row(centre), points.row(i)); distance < best) {
                best = distance;
                labels[i] = int(centre);
            }
    }
    return labels;
}

/// The two features that a centre is furthest from everybody in.
QString wordsOf(std::span<const float> centre)
{
    std::array<size_t, userFeatureCount> order{};
    std::iota(order.begin(), order.end(), size_t(0));
    std::ranges::sort(order, [&](size_t a, size_t b) { return std::abs(centre[a]) > std::abs(centre[b]); });
    QStringList parts;
    for (const size_t feature : {order[0], order[1], order[2]}) {
        if (double(std::abs(centre[feature])) < worthSaying)
            continue;
        const QString by = QLocale().toString(double(std::abs(centre[feature])), 'f', 1);
        parts << (centre[feature] > 0 ? UserClustersText::tr("%1 high (+%2)") : UserClustersText::tr("%1 low (-%2)")).arg(featureTitle(feature), by);
    }
    return parts.isEmpty() ? UserClustersText::tr("much like everybody") : parts.join(QStringLiteral(", "));
}

void countUsers(UserClusters &found, const ShopFigures &figures)
{
    found.clusters.resize(found.model.k());
    for (const UserFigures &user : figures.users) {
        const int cluster = found.model.clusterOf(figures, user);
        if (cluster < 0)
            continue;
        ++found.clusters[cluster].users;
        found.clusters[cluster].value += user.value;
    }
}

/// The cluster with the highest value first; without amounts that with the most users.
void rankClusters(UserClusters &found)
{
    std::vector<size_t> order(size_t(found.model.k()));
    std::iota(order.begin(), order.end(), size_t(0));
    std::ranges::stable_sort(order, [&](size_t a, size_t b) {
        const auto &one = found.clusters[qsizetype(a)], &other = found.clusters[qsizetype(b)];
        return one.value != other.value ? one.value > other.value : one.users > other.users;
    });
    PointRows centres{{}, found.model.centres.width};
    QList<UserClusters::Cluster> clusters;
    for (const size_t place : order) {
        const auto row = found.model.centres.row(place);
        centres.values.insert(centres.values.end(), row.begin(), row.end());
        clusters.append(found.clusters[qsizetype(place)]);
        clusters.back().words = wordsOf(row);
    }
    found.model.centres = std::move(centres);
    found.clusters = std::move(clusters);
}

QJsonArray floatsJson(std::span<const float> values)
{
    QJsonArray array;
    for (const float value : values)
        array.append(double(value));
    return array;
}

bool readFloats(const QJsonValue &json, std::span<float> values)
{
    const QJsonArray array = json.toArray();
    if (size_t(array.size()) != values.size())
        return false;
    for (size_t i = 0; i < values.size(); ++i)
        values[i] = float(array[qsizetype(i)].toDouble());
    return true;
}

} // namespace

UserFeatures featuresOf(const ShopFigures &figures, const UserFigures &user)
{
    const DayNumber last = user.purchaseDays > 0 ? user.lastDay : user.activeDays > 0 ? user.lastVisit : figures.firstDay;
    return {log1pOf(double(figures.lastDay - last)), log1pOf(user.orders), log1pOf(user.value), log1pOf(user.orders > 0 ? user.value / user.orders : 0),
            log1pOf(user.sessions), log1pOf(user.activeDays), log1pOf(user.items), log1pOf(user.views)};
}

QString featureTitle(size_t feature)
{
    switch (feature) {
    case 0: return UserClustersText::tr("days since the last purchase");
    case 1: return UserClustersText::tr("orders");
    case 2: return UserClustersText::tr("net value");
    case 3: return UserClustersText::tr("value of an order");
    case 4: return UserClustersText::tr("sessions");
    case 5: return UserClustersText::tr("days with a visit");
    case 6: return UserClustersText::tr("different items");
    default: return UserClustersText::tr("views");
    }
}

UserFeatures FeatureScale::apply(const UserFeatures &features) const
{
    UserFeatures scaled{};
    for (size_t i = 0; i < scaled.size(); ++i)
        scaled[i] = spread[i] > 0 ? (features[i] - mean[i]) / spread[i] : 0;
    return scaled;
}

FeatureScale featureScaleOf(const ShopFigures &figures)
{
    std::array<double, userFeatureCount> sum{}, squares{};
    qint64 count = 0;
    for (const UserFigures &user : figures.users) {
        if (!isLearntFrom(user))
            continue;
        ++count;
        const UserFeatures features = featuresOf(figures, user);
        for (size_t i = 0; i < features.size(); ++i) {
            sum[i] += double(features[i]);
            squares[i] += double(features[i]) * double(features[i]);
        }
    }
    FeatureScale scale;
    for (size_t i = 0; i < sum.size() && count > 0; ++i) {
        const double mean = sum[i] / double(count);
        const double variance = squares[i] / double(count) - mean * mean;
        scale.mean[i] = float(mean);
        scale.spread[i] = variance > 1e-9 ? float(std::sqrt(variance)) : 0;
    }
    return scale;
}

int ClusterModel::clusterOf(const ShopFigures &figures, const UserFigures &user) const
{
    if (!user.exists() || centres.count() == 0)
        return -1;
    const UserFeatures features = scale.apply(featuresOf(figures, user));
    int best = 0;
    double least = std::numeric_limits<double>::max();
    for (size_t centre = 0; centre < centres.count(); ++centre)
        if (const double distance = squaredDistance(centres.row(centre), features); distance < least) {
            least = distance;
            best = int(centre);
        }
    return best;
}

QJsonObject ClusterModel::toJson() const
{
    QJsonArray rows;
    for (size_t centre = 0; centre < centres.count(); ++centre)
        rows.append(floatsJson(centres.row(centre)));
    return {{QStringLiteral("mean"), floatsJson(scale.mean)}, {QStringLiteral("spread"), floatsJson(scale.spread)}, {QStringLiteral("centres"), rows}};
}

Result<ClusterModel> ClusterModel::fromJson(const QJsonObject &json)
{
    ClusterModel model;
    model.centres.width = userFeatureCount;
    bool isRight = readFloats(json[QStringLiteral("mean")], model.scale.mean) && readFloats(json[QStringLiteral("spread")], model.scale.spread);
    for (const QJsonArray list = json[QStringLiteral("centres")].toArray(); const QJsonValue &row : list) {
        UserFeatures centre{};
        isRight = isRight && readFloats(row, centre);
        model.centres.values.insert(model.centres.values.end(), centre.begin(), centre.end());
    }
    if (!isRight || model.k() == 0)
        return fail(ErrorCode::InvalidInput, UserClustersText::tr("The condition on a cluster does not say its centres as this program writes them. Make the clusters anew."));
    return model;
}

QString UserClusters::words() const
{
    QString words = UserClustersText::tr("k-means on eight standardised features of %1 users (logarithms; robots left out).").arg(QLocale().toString(sample));
    if (!isProposed)
        return words;
    QStringList parts;
    for (const auto &[k, silhouette] : silhouettes)
        parts << QStringLiteral("%1: %2").arg(k).arg(QLocale().toString(silhouette, 'f', 3));
    return words + u' ' + UserClustersText::tr("%1 clusters have the highest mean silhouette (%2).").arg(model.k()).arg(parts.join(QStringLiteral("; ")));
}

QJsonObject UserClusters::toJson() const
{
    QJsonArray rows;
    for (const Cluster &cluster : clusters)
        rows.append(QJsonObject{{QStringLiteral("users"), cluster.users}, {QStringLiteral("value"), cluster.value}, {QStringLiteral("words"), cluster.words}});
    QJsonObject scores;
    for (const auto &[k, silhouette] : silhouettes)
        scores.insert(QString::number(k), silhouette);
    return {{QStringLiteral("k"), model.k()}, {QStringLiteral("proposed"), isProposed}, {QStringLiteral("sample"), sample},
            {QStringLiteral("silhouettes"), scores}, {QStringLiteral("clusters"), rows}, {QStringLiteral("model"), model.toJson()}};
}

Result<UserClusters> userClusters(const ShopFigures &figures, int k, quint64 seed)
{
    UserClusters found;
    found.model.scale = featureScaleOf(figures);
    const std::vector<size_t> users = drawn(figures, mostLearntFrom, seed);
    found.sample = qint64(users.size());
    if (users.size() < size_t(std::max(k, 2)))
        return fail(ErrorCode::TooShort, UserClustersText::tr("%1 user(s) cannot be parted into %2 clusters.").arg(users.size()).arg(std::max(k, 2)));
    if (std::ranges::all_of(found.model.scale.spread, [](float spread) { return spread <= 0; }))
        return fail(ErrorCode::Degenerate, UserClustersText::tr("All users are alike in orders, value, visits and items: there is nothing to part them by."));
    const PointRows points = pointsOf(figures, found.model.scale, users);
    found.isProposed = k <= 0;
    if (found.isProposed) {
        const PointRows judged = firstOf(points, mostForSilhouette);
        double best = -2;
        for (int tried = 2; tried <= mostProposed && size_t(tried) < points.count(); ++tried) {
            KMeansFit fit = kMeans(points, tried, seed, 3);
            const double silhouette = meanSilhouette(judged, labelsOf(fit.centres, judged));
            found.silhouettes[tried] = std::isnan(silhouette) ? -1 : silhouette;
            if (found.silhouettes[tried] > best) {
                best = found.silhouettes[tried];
                found.model.centres = std::move(fit.centres);
            }
        }
        if (found.model.centres.count() == 0) // two users: each is one
            found.model.centres = kMeans(points, 2, seed).centres;
    } else {
        found.model.centres = kMeans(points, k, seed).centres;
    }
    countUsers(found, figures);
    rankClusters(found);
    return found;
}

} // namespace foretrail
