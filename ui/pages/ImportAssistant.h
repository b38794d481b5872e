#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/ImportReport.h"
#include "ui/AppSession.h"

#include <QTimer>

namespace foretrail {

/// Leads files through preview and import, one after another: reads the first rows, reads them again under each change
/// of the plan, imports, goes on with the next. Nothing is stored before start(). GUI thread only.
class ImportAssistant : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle,
        Reading,  ///< the first rows of a file
        Checking, ///< a person looks at them
        Running   ///< the import
    };

    explicit ImportAssistant(AppSession &session, QObject *parent = nullptr);

    /// While an import runs, the files wait behind those that are there; else they take their place.
    void begin(const QStringList &files);
    void change(const ImportPlan &plan);
    /// Imports the file. With `isForRest`, files behind it whose columns are the same are imported the same way.
    void start(bool isForRest);
    /// Forgets this file and those behind it; a running import is cancelled.
    void leave();

    State state() const { return m_state; }
    QString file() const { return m_files.value(m_at); }
    int number() const { return m_at + 1; } ///< of the file, from 1
    int count() const { return int(m_files.size()); }
    const ImportPreview &preview() const { return m_preview; } ///< its plan as last changed
    bool canStart() const { return m_state == State::Checking && !m_isStale && m_preview.blocker.isEmpty(); }
    /// What stands in the way, or what became of the last try.
    QString message() const { return m_preview.blocker.isEmpty() ? m_notice : m_preview.blocker; }
    JobId job() const { return m_job; } ///< of the running import

Q_SIGNALS:
    void changed();
    void previewRead(); ///< of another file or under another plan
    void imported(const foretrail::ImportReport &report);

private:
    struct Read {
        ImportPreview preview;
        bool isAsBefore = false; ///< the shared plan fits
    };
    struct Shared {
        ImportPlan plan;
        QStringList header;
    };
    static Result<Read> read(const QString &path, const std::optional<Shared> &shared, JobContext &job);

    void readFile();
    void onRead(Result<Read> read);
    void updatePreview();
    void onEnded(const Result<ImportReport> &report, const QString &workspace);
    void next();
    void onWorkspace();
    void setState(State state);

    AppSession &m_session;
    LatestJob m_reading;
    QTimer m_debounce;
    State m_state = State::Idle;
    QStringList m_files;
    int m_at = 0;
    ImportPreview m_preview;
    std::optional<Shared> m_shared;
    QString m_notice;
    JobId m_job = 0;
    bool m_isStale = false;
};

} // namespace foretrail
