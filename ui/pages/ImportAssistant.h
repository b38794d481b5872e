#pragma once

#include "core/data/DateAgreement.h"
#include "core/data/ImportPlan.h"
#include "core/data/ImportReport.h"
#include "ui/AppSession.h"
#include "ui/models/FirstLook.h"
#include "ui/models/SourcesModel.h"

#include <QDateTime>

#include <functional>

namespace foretrail {

/// Leads files through preview and import, one after another: finds what there is to read in files, folders and archives,
/// reads the first rows, reads them again under each change of the plan, imports, keeps the plan for the next file of that
/// shape, goes on with the next. Nothing is stored before start(). GUI thread only.
class ImportAssistant : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle,
        Finding,  ///< what there is in folders and archives
        Reading,  ///< the first rows of a file
        Checking, ///< a person looks at them
        Running   ///< the import
    };

    explicit ImportAssistant(AppSession &session, QObject *parent = nullptr);

    /// While an import runs, the files wait behind those that are there; else they take their place.
    void begin(const QStringList &paths);
    /// One file as it was imported before.
    void beginAgain(const ImportReport &report);
    void change(const ImportPlan &plan);
    void answerDates(const QString &format);
    /// Reads the file as if no template had fitted.
    void guessAnew();
    void choosePart(const QString &part);
    /// Reads the file anew from the line below.
    void skipRows(int rows);
    /// Imports the file. With `isForRest`, files behind it whose columns are the same are imported the same way.
    void start(bool isForRest);
    /// Forgets this file and those behind it; a running import is cancelled.
    void leave();

    State state() const { return m_state; }
    bool isPreviewing() const { return m_state == State::Finding || m_state == State::Reading || m_state == State::Checking; }
    QString file() const { return m_at < m_entries.size() ? m_entries.at(m_at).file.path : QString(); }
    QString name() const { return m_at < m_entries.size() ? m_entries.at(m_at).file.shown() : QString(); }
    int number() const { return m_at + 1; } ///< of the file, from 1
    int count() const { return int(m_entries.size()); }
    const QList<SourceEntry> &entries() const { return m_entries; }
    const ImportPreview &preview() const { return m_preview; } ///< its plan as last changed
    bool canStart() const;
    /// All rows are being read to see whether the dates leave a question.
    bool isSettlingDates() const { return m_settling.isRunning(); }
    bool isDateAsked() const { return !m_preview.dateQuestion.isEmpty() && !m_preview.plan.isDateFormatSaid; }
    /// What stands in the way, or what became of the last try.
    QString message() const;
    /// Where the plan comes from, in a sentence; empty: guessed.
    QString origin() const;
    JobId job() const { return m_job; } ///< of the running import

Q_SIGNALS:
    void changed();
    void previewRead(); ///< of another file or under another plan
    void imported(const foretrail::ImportReport &report);
    void finished(); ///< the last file is done

private:
    void find(const QStringList &paths, bool isMore);
    void take(const QList<SourceFile> &files, bool isMore);
    void readFile(bool isGuess = false);
    void look(const FirstLook::Request &request, const std::function<void(Result<FirstLook>)> &done);
    void onRead(Result<FirstLook> read);
    void updatePreview();
    void settle();
    void takeSettled(const Result<DateAgreement> &agreed);
    void takeUpdated(Result<ImportPreview> preview);
    void onEnded(const Result<ImportReport> &report, const QString &workspace);
    void next();
    void onWorkspace();
    void setState(State state);
    void setEntryState(SourceEntry::State state);

    AppSession &m_session;
    LatestJob m_finding;
    LatestJob m_reading;
    LatestJob m_settling;
    State m_state = State::Idle;
    QList<SourceEntry> m_entries;
    int m_at = 0;
    ImportPreview m_preview;
    std::optional<FirstLook::Shared> m_shared;
    std::optional<ImportPlan> m_given;
    FirstLook::Origin m_origin = FirstLook::Origin::Guess;
    QDateTime m_since;
    QString m_notice;
    JobId m_job = 0;
    bool m_isStale = false;
};

} // namespace foretrail
