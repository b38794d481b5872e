#include "core/behaviour/recommend/RecommenderStore.h"

#include <algorithm>
#include <chrono>

namespace foretrail {
namespace {

constexpr std::chrono::milliseconds lookForStopEvery{20};

} // namespace

class RecommenderStore::Turn {
public:
    Turn(RecommenderStore &store, QString key, JobContext &job) : m_store(store), m_key(std::move(key))
    {
        std::unique_lock lock(m_store.m_mutex);
        while (m_store.m_taken.contains(m_key) && !job.stopRequested())
            m_store.m_freed.wait_for(lock, lookForStopEvery);
        m_isTaken = !job.stopRequested() && m_store.m_taken.insert(m_key).second;
    }
    ~Turn()
    {
        if (!m_isTaken)
            return;
        const std::lock_guard lock(m_store.m_mutex);
        m_store.m_taken.erase(m_key);
        m_store.m_freed.notify_all();
    }
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;
    bool isTaken() const { return m_isTaken; }

private:
    RecommenderStore &m_store;
    QString m_key;
    bool m_isTaken = false;
};

RecommenderStore &RecommenderStore::ofProcess()
{
    static RecommenderStore store;
    return store;
}

void RecommenderStore::dropOthers(const QString &fingerprint)
{
    if (m_fingerprint == fingerprint)
        return;
    m_log.reset();
    m_models.clear();
    m_fingerprint = fingerprint;
}

Result<std::shared_ptr<const ShopLog>> RecommenderStore::logOf(ShopData &data, const QString &fingerprint, JobContext &job)
{
    const Turn turn(*this, QStringLiteral("log"), job);
    if (!turn.isTaken())
        return fail(Error::cancelled());
    {
        const std::lock_guard lock(m_mutex);
        if (m_log && m_fingerprint == fingerprint)
            return m_log;
    }
    const auto log = ShopLog::read(data, job);
    if (!log)
        return fail(log.error());
    if (const Result<QString> now = data.fingerprint(); !now || *now != fingerprint)
        return log; // rows came or went in between: it is of neither
    const std::lock_guard lock(m_mutex);
    dropOthers(fingerprint);
    m_log = *log;
    return log;
}

Result<std::shared_ptr<const ShopLog>> RecommenderStore::log(ShopData &data, JobContext &job)
{
    const Result<QString> fingerprint = data.fingerprint();
    if (!fingerprint)
        return fail(fingerprint.error());
    return logOf(data, *fingerprint, job);
}

std::shared_ptr<const FittedRecommender> RecommenderStore::found(const QString &key)
{
    const std::lock_guard lock(m_mutex);
    const auto at = std::find_if(m_models.begin(), m_models.end(), [&key](const Model &model) { return model.key == key; });
    if (at == m_models.end())
        return {};
    m_models.splice(m_models.begin(), m_models, at);
    return m_models.front().fitted;
}

void RecommenderStore::keep(const QString &fingerprint, Model model)
{
    const std::lock_guard lock(m_mutex);
    if (m_fingerprint != fingerprint)
        return;
    m_models.push_front(std::move(model));
    while (m_models.size() > mostModels)
        m_models.pop_back();
}

Result<std::shared_ptr<const FittedRecommender>> RecommenderStore::fitted(ShopData &data, const QString &model, const LearnOptions &options, JobContext &job,
                                                                          UtcMs until)
{
    const Result<QString> fingerprint = data.fingerprint();
    if (!fingerprint)
        return fail(fingerprint.error());
    const QString key = keyOf(*fingerprint, model, options, until);
    if (auto kept = found(key))
        return kept;
    const Turn turn(*this, key, job);
    if (!turn.isTaken())
        return fail(Error::cancelled());
    if (auto kept = found(key))
        return kept;
    JobContext reading = job.part(0, 1, 4);
    const auto shop = logOf(data, *fingerprint, reading);
    if (!shop)
        return fail(shop.error());
    JobContext fitting = job.part(1, 3, 4);
    auto fitted = FittedRecommender::fit(*shop, model, options, until, fitting);
    if (!fitted)
        return fail(fitted.error());
    ++m_learnt;
    keep(*fingerprint, {key, *fitted});
    return fitted;
}

QString RecommenderStore::keyOf(const QString &fingerprint, const QString &model, const LearnOptions &options, UtcMs until)
{
    return QStringLiteral("%1 %2 %3 %4").arg(fingerprint, model).arg(options.seed).arg(until);
}

Result<std::shared_ptr<const FittedRecommender>> RecommenderStore::kept(ShopData &data, const QString &model, const LearnOptions &options, UtcMs until)
{
    const Result<QString> fingerprint = data.fingerprint();
    if (!fingerprint)
        return fail(fingerprint.error());
    return found(keyOf(*fingerprint, model, options, until));
}

void RecommenderStore::clear()
{
    const std::lock_guard lock(m_mutex);
    m_log.reset();
    m_models.clear();
    m_fingerprint.clear();
}

} // namespace foretrail
