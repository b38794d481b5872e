#pragma once

#include "core/base/Uncopied.h"
#include "core/behaviour/recommend/ItemSequences.h"

#include <functional>
#include <memory>

namespace foretrail {

/// What a shopper has done so far; what happens next is asked.
struct NextItemQuery {
    std::span<const quint32> items; ///< oldest first; may be empty
    quint32 user = 0;               ///< 0: not known
};

/// A score for every item. Those that were not named have 0, which is below all others: models that know of few items name few.
/// One board belongs to one thread and is used again and again.
class ScoreBoard {
public:
    explicit ScoreBoard(size_t items) : m_scores(items, 0) {}
    /// `score` must be above 0, here and below.
    void add(quint32 item, float score) { set(item, m_scores[item] + score); }
    void set(quint32 item, float score)
    {
        if (m_scores[item] == 0)
            m_named.push_back(item);
        m_scores[item] = score;
    }
    void clear();
    void remove(quint32 item);
    float scoreOf(quint32 item) const { return m_scores[item]; }
    const std::vector<quint32> &named() const { return m_named; } ///< in the order they were named
    size_t itemCount() const { return m_scores.size(); }
    double sum() const;
    /// 1 + items with a score not below that of `item`: ties count against it, as all items without a score tie.
    qint64 rankOf(quint32 item) const;
    /// At most `most` named items, the highest score first; of equal ones the lower number.
    std::vector<quint32> best(size_t most) const;

private:
    std::vector<float> m_scores;
    std::vector<quint32> m_named;
};

/// Which steps a model that learns from its own validation may hold back.
enum class HeldBack { LatestSteps, LastStepOfEach };

struct LearnOptions {
    HeldBack heldBack = HeldBack::LatestSteps;
    quint64 seed = 1;
    int workers = 0; ///< 0: one for each core; numbers do not depend on it
};

/// What the query's items get from the model, to tell people why.
struct MemberWeight {
    QString member;
    double weight = 0;
};

/// Tells what happens next. Fitted once, on sequences that it shares and never changes; then any number of threads may ask, each
/// with a board of its own. It sees what it was fitted on and the query, nothing else.
class Recommender : Uncopied {
public:
    virtual ~Recommender() = default;
    virtual QString name() const = 0;
    /// TooShort where the sequences say too little; Cancelled.
    virtual Result<void> fit(std::shared_ptr<const ItemSequences> sequences, const LearnOptions &options, JobContext &job) = 0;
    /// Names items on a clear board.
    virtual void score(const NextItemQuery &query, ScoreBoard &board) const = 0;
    /// The same for many queries: after each the board holds its scores while `take` is called with its number. Models that are
    /// faster so override it.
    virtual void scoreEach(std::span<const NextItemQuery> queries, ScoreBoard &board, const std::function<void(size_t)> &take) const;
    /// Of a model that is made of others.
    virtual QList<MemberWeight> weights() const { return {}; }
    /// In words, where something could not be done as the model would: empty, mostly.
    virtual QString note() const { return {}; }
};

/// Steps at the end of a long sequence that are learnt from; robots would cost the square of their length otherwise.
inline constexpr size_t mostLearntSteps = 200;
/// Steps at the end of a query that models look at.
inline constexpr size_t mostQuerySteps = 100;

inline std::span<const quint32> lastSteps(std::span<const quint32> items, size_t most) { return items.last(std::min(most, items.size())); }

} // namespace foretrail
