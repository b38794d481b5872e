#include "core/behaviour/recommend/RecommenderRegistry.h"

#include "core/behaviour/recommend/CombinationRecommender.h"
#include "core/behaviour/recommend/NeighbourRecommenders.h"
#include "core/behaviour/recommend/NetworkRecommender.h"
#include "core/behaviour/recommend/PopularityRecommenders.h"
#include "core/behaviour/recommend/SessionKnnRecommender.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace foretrail {
namespace {

struct RecommenderRegistryText { Q_DECLARE_TR_FUNCTIONS(foretrail::RecommenderRegistry) };

struct RecommenderEntry {
    const char *name;
    std::unique_ptr<Recommender> (*make)();
};

template<class T>
std::unique_ptr<Recommender> madeRecommender() { return std::make_unique<T>(); }

constexpr std::array recommenders{
    RecommenderEntry{"popularity", madeRecommender<PopularityRecommender>},
    RecommenderEntry{"recent-popularity", madeRecommender<RecentPopularityRecommender>},
    RecommenderEntry{"session-popularity", madeRecommender<SessionPopularityRecommender>},
    RecommenderEntry{"markov", madeRecommender<MarkovRecommender>},
    RecommenderEntry{"item-knn", madeRecommender<ItemKnnRecommender>},
    RecommenderEntry{"session-knn", madeRecommender<SessionKnnRecommender>},
    RecommenderEntry{"gru", madeRecommender<GruRecommender>},
    RecommenderEntry{"lstm", madeRecommender<LstmRecommender>},
    RecommenderEntry{"gru-bpr-max", madeRecommender<GruBprMaxRecommender>},
    RecommenderEntry{"combination", madeRecommender<CombinationRecommender>}};

} // namespace

QStringList recommenderNames()
{
    QStringList names;
    for (const RecommenderEntry &entry : recommenders)
        names << QString::fromLatin1(entry.name);
    return names;
}

QStringList quickRecommenders()
{
    QStringList names = recommenderNames();
    names.removeIf([](const QString &name) { return name.startsWith(QLatin1String("gru")) || name.startsWith(QLatin1String("lstm")); });
    return names;
}

Result<std::unique_ptr<Recommender>> makeRecommender(const QString &name)
{
    const auto entry = std::ranges::find_if(recommenders, [&name](const RecommenderEntry &one) { return name == QLatin1String(one.name); });
    if (entry == recommenders.end())
        return fail(ErrorCode::NotFound, RecommenderRegistryText::tr("There is no recommender \"%1\". Use one of: %2.")
                                             .arg(name, recommenderNames().join(QStringLiteral(", "))));
    return entry->make();
}

} // namespace foretrail
