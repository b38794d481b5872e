#include "core/behaviour/segments/SegmentBook.h"

#include "core/base/JsonNumber.h"
#include "core/data/SegmentStore.h"
#include "core/series/Statistics.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace foretrail {
namespace {

struct SegmentBookText { Q_DECLARE_TR_FUNCTIONS(foretrail::SegmentBook) };

constexpr qsizetype mostCategories = 3;

double allValue(const SegmentBasis &basis)
{
    double sum = 0;
    for (const UserFigures &user : basis.figures->users)
        sum += user.value;
    return sum;
}

/// Fills in users, value and share; `all`: the value of everybody.
void take(SegmentInfo &info, UserSet users, const SegmentBasis &basis, double all)
{
    for (const qint64 user : users.users())
        info.value += basis.figures->users[size_t(user)].value;
    if (basis.figures->hasAmounts && all > 0)
        info.share = info.value / all;
    info.users = std::make_shared<const UserSet>(std::move(users));
}

/// Names and states put every user into one place, so one walk finds all of them.
template<class PlaceOf>
std::vector<UserSet> parted(const SegmentBasis &basis, size_t places, PlaceOf &&placeOf)
{
    std::vector<std::vector<qint64>> users(places);
    for (size_t user = 0; user < basis.figures->users.size(); ++user)
        if (basis.figures->users[user].exists())
            if (const int place = placeOf(qint64(user)); place >= 0)
                users[size_t(place)].push_back(qint64(user));
    std::vector<UserSet> sets;
    for (std::vector<qint64> &set : users)
        sets.emplace_back(std::move(set));
    return sets;
}

void addBuiltIn(SegmentBook &book, double all)
{
    const SegmentBasis &basis = *book.basis;
    std::vector<UserSet> names = parted(basis, rfmNames + 1, [&](qint64 user) { return int(basis.rfm.nameOf(user)); });
    for (int name = 1; name <= rfmNames && !basis.rfm.isEmpty(); ++name) {
        SegmentInfo info{QStringLiteral("rfm:") + rfmKey(RfmName(name)), rfmTitle(RfmName(name)), rfmWords(RfmName(name), basis.rfm.isByVisits), SegmentRule::ofRfm(rfmKey(RfmName(name)))};
        take(info, std::move(names[size_t(name)]), basis, all);
        book.segments.append(std::move(info));
    }
    std::vector<UserSet> states = parted(basis, lifecycleStates + 1, [&](qint64 user) { return int(basis.stateOf(user)); });
    for (int state = 1; state <= lifecycleStates && basis.figures->hasClock; ++state) {
        SegmentInfo info{QStringLiteral("state:") + stateKey(LifecycleState(state)), stateTitle(LifecycleState(state)), basis.lifecycle.words(),
                         SegmentRule::ofState(stateKey(LifecycleState(state)))};
        take(info, std::move(states[size_t(state)]), basis, all);
        book.segments.append(std::move(info));
    }
}

SegmentRule ruleOfCluster(const ClusterModel &model, int cluster)
{
    SegmentCondition condition;
    condition.what = QStringLiteral("cluster");
    condition.is = QStringLiteral("=");
    condition.value = cluster;
    condition.model = model.toJson();
    return SegmentRule::one(condition);
}

void addClusters(SegmentBook &book, double all)
{
    const SegmentBasis &basis = *book.basis;
    const UserClusters &found = *book.clusters;
    std::vector<UserSet> sets = parted(basis, size_t(found.model.k()),
                                       [&](qint64 user) { return found.model.clusterOf(*basis.figures, basis.figures->users[size_t(user)]); });
    for (int cluster = 0; cluster < found.model.k(); ++cluster) {
        SegmentInfo info{QStringLiteral("cluster:%1").arg(cluster + 1), SegmentBookText::tr("Cluster %1").arg(cluster + 1),
                         found.clusters[cluster].words, ruleOfCluster(found.model, cluster)};
        take(info, std::move(sets[size_t(cluster)]), basis, all);
        book.segments.append(std::move(info));
    }
}

Result<void> addSaved(SegmentBook &book, Workspace &workspace, double all, JobContext &job)
{
    const Result<QList<StoredSegment>> saved = SegmentStore(workspace).list();
    if (!saved)
        return fail(saved.error());
    for (const StoredSegment &stored : *saved) {
        SegmentInfo info{QStringLiteral("saved:") + stored.name, stored.name};
        const Result<SegmentRule> rule = SegmentRule::fromJson(stored.definition);
        if (rule) {
            info.rule = *rule;
            info.words = rule->words();
            Result<UserSet> users = usersOf(*rule, *book.basis, workspace.data(), job);
            if (!users && users.error().isCancelled())
                return fail(users.error());
            if (users)
                take(info, std::move(*users), *book.basis, all);
            else
                info.problem = users.error().message;
        } else {
            info.problem = rule.error().message;
        }
        book.segments.append(std::move(info));
    }
    return {};
}

double medianOf(std::vector<double> values)
{
    if (values.empty())
        return missing;
    std::ranges::sort(values);
    return sortedQuantile(values, 0.5);
}

} // namespace

const SegmentInfo *SegmentBook::find(const QString &key) const
{
    const auto found = std::find_if(segments.begin(), segments.end(), [&key](const SegmentInfo &info) { return info.key == key; });
    return found == segments.end() ? nullptr : &*found;
}

Result<SegmentBook> segmentBook(Workspace &workspace, const SegmentBookRequest &request, JobContext &job)
{
    Result<SharedBasis> basis = segmentBasis(workspace, job);
    if (!basis)
        return fail(basis.error());
    SegmentBook book{*basis, {}, {}, (*basis)->note()};
    const double all = allValue(**basis);
    addBuiltIn(book, all);
    if (request.clusters) {
        Result<UserClusters> clusters = userClusters(*book.basis->figures, *request.clusters, request.seed);
        if (clusters)
            book.clusters = std::move(*clusters);
        else
            book.note = (book.note + u' ' + clusters.error().message).trimmed();
        if (book.clusters)
            addClusters(book, all);
    }
    if (const Result<void> added = addSaved(book, workspace, all, job); !added)
        return fail(added.error());
    return book;
}

Error unknownSegment(const QString &name, const SegmentBook &book)
{
    QStringList keys;
    for (const SegmentInfo &known : book.segments)
        keys << known.key;
    return {ErrorCode::NotFound, SegmentBookText::tr("There is no segment %1. There are: %2.").arg(name, keys.join(QStringLiteral(", "))), {}};
}

Result<SegmentInfo> segmentOf(const QString &key, const QString &title, const SegmentRule &rule, const SegmentBasis &basis, ShopData &data, JobContext &job)
{
    SegmentInfo info{key, title, rule.words(), rule};
    Result<UserSet> users = usersOf(rule, basis, data, job);
    if (!users && users.error().isCancelled())
        return fail(users.error());
    if (users)
        take(info, std::move(*users), basis, allValue(basis));
    else
        info.problem = users.error().message;
    return info;
}

UserSet everybody(const SegmentBasis &basis)
{
    return std::move(parted(basis, 1, [](qint64) { return 0; }).front());
}

Result<SegmentSummary> summaryOf(const SegmentBasis &basis, const UserSet &users, ShopData &data)
{
    SegmentSummary summary;
    std::vector<double> recency, orders, values;
    QHash<quint32, qint64> favourites;
    const ShopFigures &figures = *basis.figures;
    for (const qint64 id : users.users()) {
        const UserFigures &user = figures.users[size_t(id)];
        ++summary.users;
        summary.orders += user.orders;
        summary.events += user.events;
        summary.sessions += user.sessions;
        summary.robots += user.isRobot;
        summary.value += user.value;
        orders.push_back(user.orders);
        values.push_back(user.value);
        if (basis.lifecycle.isByVisits ? user.activeDays > 0 : user.purchaseDays > 0)
            recency.push_back(double(figures.lastDay - (basis.lifecycle.isByVisits ? user.lastVisit : user.lastDay)));
        if (user.category != 0)
            ++favourites[user.category];
    }
    summary.medianRecency = medianOf(std::move(recency));
    summary.medianOrders = medianOf(std::move(orders));
    if (figures.hasAmounts) {
        summary.medianValue = medianOf(std::move(values));
        summary.basket = summary.orders > 0 ? summary.value / double(summary.orders) : missing;
        const double all = allValue(basis);
        summary.share = all > 0 ? summary.value / all : missing;
    }
    QList<std::pair<qint64, quint32>> ranked;
    for (auto favourite = favourites.cbegin(); favourite != favourites.cend(); ++favourite)
        ranked.append({-favourite.value(), favourite.key()});
    std::sort(ranked.begin(), ranked.end());
    for (const auto &[count, category] : ranked.mid(0, mostCategories)) {
        const Result<QString> key = data.keyOf(QStringLiteral("category"), category);
        if (!key)
            return fail(key.error());
        summary.categories.append({*key, *key, -count, 0});
    }
    return summary;
}

QJsonObject SegmentSummary::toJson() const
{
    QJsonArray top;
    for (const NamedCount &category : categories)
        top.append(QJsonObject{{QStringLiteral("key"), category.key}, {QStringLiteral("users"), category.count}});
    return {{QStringLiteral("users"), users}, {QStringLiteral("orders"), orders}, {QStringLiteral("events"), events}, {QStringLiteral("sessions"), sessions},
            {QStringLiteral("robots"), robots}, {QStringLiteral("value"), value}, {QStringLiteral("share"), jsonNumber(share)},
            {QStringLiteral("basket"), jsonNumber(basket)}, {QStringLiteral("median_recency_days"), jsonNumber(medianRecency)},
            {QStringLiteral("median_orders"), jsonNumber(medianOrders)}, {QStringLiteral("median_value"), jsonNumber(medianValue)},
            {QStringLiteral("top_categories"), top}};
}

} // namespace foretrail
