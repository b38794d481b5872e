#pragma once

#include "core/preparation/Preparation.h"
#include "core/preparation/SurroundingsRequest.h"
#include "core/preparation/WindowPlan.h"
#include "ui/AppSession.h"

#include <memory>

namespace foretrail {

/// What a recipe makes of one series, as far as it runs. A value; shared parts are read only.
struct PreparedPicture {
    std::shared_ptr<const Series> series;
    std::shared_ptr<const Surroundings> surroundings;
    Recipe recipe;
    std::shared_ptr<const Preparation> done; ///< the steps that ran; null where not even the series can be read
    QList<StepProblem> problems;             ///< of the recipe, and of the step that could not run
    QString error;                           ///< what no step is to blame for
    std::optional<SplitPlan> split;          ///< of the prepared series; none without a windows step
    std::vector<qint64> windows;             ///< first targets of the training windows

    const Stage *stage(int step) const; ///< null where the step did not run
    /// The series behind a step, of one that did not run as the steps before it made it.
    std::shared_ptr<const Series> seriesAfter(int step) const;
};

/// Runs a recipe so far as it goes: steps with a problem, and all behind the first that fails, are left out and named.
PreparedPicture prepareForPicture(const Recipe &recipe, const std::shared_ptr<const Series> &series,
                                 const std::shared_ptr<const Surroundings> &surroundings, JobContext &job);

/// Keeps the series of the selection and those that join it, read once, and runs the newest recipe on them. GUI thread only; works in jobs.
class RecipeRun : public QObject {
    Q_OBJECT
public:
    explicit RecipeRun(AppSession &session, QObject *parent = nullptr);

    /// The series to run on: a question with one key. The same one is read anew only after forget().
    void setSeries(const SeriesQuery &query);
    void setRecipe(const Recipe &recipe); ///< runs it; what a run before would have said is dropped
    void forget();
    const std::shared_ptr<const Series> &series() const { return m_series; }
    const SeriesQuery &query() const { return m_query; }

Q_SIGNALS:
    void loading();
    void failed(const foretrail::Error &error); ///< the series could not be read
    void prepared(const foretrail::PreparedPicture &prepared);

private:
    struct Read;
    static Result<Read> readAll(Workspace &workspace, const SeriesQuery &query, const Recipe &recipe, JobContext &job);
    void read();
    void run();

    AppSession &m_session;
    LatestJob m_reading;
    LatestJob m_running;
    SeriesQuery m_query;
    std::shared_ptr<const Series> m_series;
    std::shared_ptr<const Surroundings> m_surroundings;
    SurroundingsRequest m_read; ///< what m_surroundings answers
    Recipe m_recipe;
};

} // namespace foretrail
