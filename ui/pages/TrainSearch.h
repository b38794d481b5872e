#pragma once

#include "ui/Searches.h"

namespace foretrail {

class SearchBar;
class StoredRuns;

/// The search for better settings on the Train page: the dialog that begins it, the line that tells of it, and what the runs table
/// has to hear of it.
class TrainSearch : public QObject {
    Q_OBJECT
public:
    TrainSearch(AppSession &session, StoredRuns &runs, QObject *parent = nullptr);

    SearchBar *bar() const { return m_bar; } ///< to be placed by the page
    bool isUnderWay(const UnfinishedTraining &kept) const { return m_searches.isUnderWay(kept); }
    /// Asks what is to be searched, beginning from these settings.
    void open(const TrainingSpec &start, QWidget *window);

Q_SIGNALS:
    void begun();
    void learning(const foretrail::Training &training); ///< another trial, or a new epoch
    void finished(foretrail::RunId best);
    void useSettings(const foretrail::TrainingSpec &spec);
    void refused(const QString &sentence);

private:
    void begin(const SearchPlan &plan);
    void takeUnfinished(const QList<UnfinishedTraining> &trainings);
    Result<SearchPlan> lastPlan() const;

    AppSession &m_session;
    Searches m_searches;
    SearchBar *m_bar;
};

} // namespace foretrail
