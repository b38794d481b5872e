#pragma once

#include "core/report/ExceptionScan.h"
#include "ui/AppSession.h"
#include "ui/models/SeriesMarks.h"

namespace foretrail {

class ItemBrowser;
class SeriesLoader;

/// Favourites, categories and exceptions of the series in a browser: reads what the workspace keeps of them, checks all series as a job
/// when a person asks for it, and keeps favourites.
class SeriesChecker : public QObject {
    Q_OBJECT
public:
    /// `spec`: what the page forecasts with, for the model and the horizon; keys do not count. `browser` and `loader` must outlive this.
    SeriesChecker(AppSession &session, ItemBrowser &browser, SeriesLoader &loader, std::function<TrainingSpec()> spec, QObject *parent);

private:
    using Checks = std::shared_ptr<const SeriesChecks>;
    using Categories = std::shared_ptr<const QHash<QString, QString>>;
    /// What is read of one list.
    struct Found {
        std::shared_ptr<const SeriesMarks> marks;
        Categories categories;
        QStringList favourites;
    };

    static Result<Found> found(Workspace &workspace, const SeriesQuery &question, const SeriesList &list, JobContext &job);
    void take(const std::shared_ptr<const SeriesList> &list);
    void check();
    void stop();
    void takeChecks(Result<std::shared_ptr<const SeriesMarks>> marks);
    void keepFavourite(const QString &key, bool isFavourite);
    void showState();
    SeriesQuery question() const; ///< of the list, with the users of the segment

    AppSession &m_session;
    ItemBrowser &m_browser;
    std::function<TrainingSpec()> m_spec;
    LatestJob m_reading;
    LatestJob m_checking;
    std::shared_ptr<const SeriesList> m_list;
    std::shared_ptr<const SeriesMarks> m_marks;
    Categories m_categories;
};

} // namespace foretrail
