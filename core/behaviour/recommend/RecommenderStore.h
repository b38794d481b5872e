#pragma once

#include "core/behaviour/recommend/FittedRecommender.h"

#include <atomic>

#include <condition_variable>
#include <list>
#include <set>

namespace foretrail {

/// Logs and models that were learnt, shared in the process, so that all pages and requests learn once. Kept by the fingerprint of the
/// data: other data drops what was there. The most used few models are kept. Any number of threads may ask; two that ask for the same
/// learn it once.
class RecommenderStore {
public:
    static constexpr size_t mostModels = 5;
    static RecommenderStore &ofProcess();

    Result<std::shared_ptr<const ShopLog>> log(ShopData &data, JobContext &job);
    /// Learnt from the events before `until`. Errors as of ShopLog::read() and FittedRecommender::fit().
    Result<std::shared_ptr<const FittedRecommender>> fitted(ShopData &data, const QString &model, const LearnOptions &options, JobContext &job,
                                                            UtcMs until = endOfTime);
    /// The same where it was learnt already; none otherwise.
    Result<std::shared_ptr<const FittedRecommender>> kept(ShopData &data, const QString &model, const LearnOptions &options, UtcMs until = endOfTime);
    void clear();
    qint64 learnt() const { return m_learnt; } ///< models so far: for tests

private:
    struct Model {
        QString key;
        std::shared_ptr<const FittedRecommender> fitted;
    };
    /// Waits while another thread is at `key`, then takes it; the destructor gives it back.
    class Turn;

    static QString keyOf(const QString &fingerprint, const QString &model, const LearnOptions &options, UtcMs until);
    std::shared_ptr<const FittedRecommender> found(const QString &key);
    Result<std::shared_ptr<const ShopLog>> logOf(ShopData &data, const QString &fingerprint, JobContext &job);
    void keep(const QString &fingerprint, Model model);
    void dropOthers(const QString &fingerprint); ///< under the mutex

    mutable std::mutex m_mutex;
    std::condition_variable m_freed;
    std::set<QString> m_taken;
    QString m_fingerprint;
    std::shared_ptr<const ShopLog> m_log;
    std::list<Model> m_models; ///< the latest asked for first
    std::atomic<qint64> m_learnt{0};
};

} // namespace foretrail
