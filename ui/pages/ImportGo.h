#pragma once

#include "core/data/ImportFiles.h"
#include "core/data/ImportTemplates.h"
#include "ui/AppSession.h"

#include <optional>

namespace foretrail {

/// The import of files by one plan as one job, with news of each file while it runs. GUI thread only.
class ImportGo : public QObject {
    Q_OBJECT
public:
    explicit ImportGo(AppSession &session, QObject *parent = nullptr);

    /// Once a file is imported, `saved` is kept for the next file of that shape. Nothing else may run.
    void start(const AlikeFiles &files, const ImportTemplates::Template &saved, const QString &title);
    void cancel() { m_session.jobs().cancel(m_job); }
    JobId job() const { return m_job; } ///< 0: none

Q_SIGNALS:
    /// `at`: the place of the file in what was started. Every change of a file is told once, in order.
    void told(int at, const foretrail::FileOutcome &outcome);
    /// After the last file was told. `problem`: what ended it before all were tried; `workspace`: the one that they went into.
    void ended(const std::optional<foretrail::Error> &problem, const QString &workspace);

private:
    struct News;
    void takeNews();

    AppSession &m_session;
    std::shared_ptr<News> m_news; ///< written by the job, read here
    JobId m_job = 0;
};

} // namespace foretrail
