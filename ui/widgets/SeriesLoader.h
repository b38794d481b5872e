#pragma once

#include "ui/AppSession.h"
#include "ui/models/SeriesListModel.h"

namespace foretrail {

class ItemBrowser;

/// Fills the browser of a page with the series that answer the selection's question of the users of its segment, or says why there are none; a
/// question that the data cannot answer becomes the nearest one it can. Questions chosen in the browser go to the
/// selection. Reads as a job; the newest reading counts.
class SeriesLoader : public QObject {
    Q_OBJECT
public:
    /// `browser` must outlive the loader.
    SeriesLoader(AppSession &session, ItemBrowser &browser, QObject *parent);

    /// Something changed; load() is due once the page is on screen.
    void markStale() { m_isStale = true; }
    /// The same; what the page shows goes where no workspace is open, and is read at once where the page is on screen.
    void renew(bool isOnScreen);
    bool isStale() const { return m_isStale; }
    void load();
    /// Drops what is shown and what is being read.
    void clear();

Q_SIGNALS:
    void started();
    void loaded(const std::shared_ptr<const foretrail::SeriesList> &list);
    void nothing(const QString &sentence, const QString &button); ///< the workspace holds no data
    void failed(); ///< what went wrong is told

private:
    AppSession &m_session;
    ItemBrowser &m_browser;
    LatestJob m_job;
    bool m_isStale = true;
};

/// The series of the selection where the list has it, else the largest; the list must not be empty.
const SeriesInfo &chosenOrLargest(const SeriesList &list, const Selection &selection);
/// The same, and it becomes that of the selection, unless a stored run is looked at, which has its own.
const SeriesInfo &choose(const SeriesList &list, Selection &selection);

} // namespace foretrail
