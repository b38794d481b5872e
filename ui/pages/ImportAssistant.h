#pragma once

#include "core/data/DateAgreement.h"
#include "core/data/ImportPlan.h"
#include "core/data/ImportReport.h"
#include "ui/AppSession.h"
#include "ui/pages/ImportGo.h"
#include "ui/pages/ImportQueue.h"
#include "ui/pages/ImportReading.h"

#include <QDateTime>

#include <functional>

namespace foretrail {

/// Leads files through preview and import: finds what there is to read in files, folders and archives, reads the first rows of
/// one, reads them again under each change of the plan, settles how dates are read by all files of its shape, imports it with
/// those that are like it in one job, and goes on with a file that is not. All of it is one go, a group of the ledger. Nothing is
/// stored before start(). GUI thread only.
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
    /// The files of these imports as the first of them was imported before.
    void beginAgain(const QList<ImportReport> &reports);
    void change(const ImportPlan &plan);
    void answerDates(const QString &format);
    /// Reads the file as if no template had fitted.
    void guessAnew();
    void choosePart(const QString &part);
    /// Reads the file anew from the line below.
    void skipRows(int rows);
    /// Imports the file. With `isForRest`, the files that wait and whose columns are the same are imported with it, the same way.
    void start(bool isForRest);
    /// Forgets this file and those behind it; a running import is cancelled.
    void leave();

    State state() const { return m_state; }
    bool isPreviewing() const { return m_state == State::Finding || m_state == State::Reading || m_state == State::Checking; }
    QString file() const { return m_queue.file(m_at).path; }
    QString name() const { return m_queue.file(m_at).shown(); }
    int number() const { return m_at + 1; } ///< of the file, from 1
    int count() const { return m_queue.size(); }
    int waiting() const { return int(m_queue.waiting().size()); } ///< files behind this one
    const QList<SourceEntry> &entries() const { return m_queue.entries(); }
    const ImportPreview &preview() const { return m_preview; } ///< its plan as last changed
    bool canStart() const;
    /// All rows are being read to see whether the dates leave a question.
    bool isSettlingDates() const { return m_settling.isRunning(); }
    bool isDateAsked() const { return !m_preview.dateQuestion.isEmpty() && !m_preview.plan.isDateFormatSaid; }
    /// Files whose rows leave the question about the dates open, together.
    int filesAskedAbout() const { return m_filesAsked; }
    /// What stands in the way, or what became of the last try.
    QString message() const;
    /// Where the plan comes from, in a sentence; empty: guessed.
    QString origin() const;
    JobId job() const { return m_go.job(); } ///< of the running import
    int filesImported() const { return int(m_places.size()); } ///< by that job

Q_SIGNALS:
    void changed();
    void previewRead(); ///< of another file or under another plan
    void imported(qint64 importId); ///< the last of the files that were imported together
    void finished(); ///< the last file is done

private:
    void find(const QStringList &paths, bool isMore);
    void take(const QList<SourceFile> &files, bool isMore);
    void reset();
    void readFile(bool isGuess = false);
    void look(const ReadRequest &request, const std::function<void(Result<ReadFile>)> &done);
    void onRead(Result<ReadFile> read);
    void updatePreview();
    bool areDatesOpen() const;
    void settle();
    void takeSettled(const Result<DateAgreement> &agreed);
    void takeUpdated(Result<ImportPreview> preview);
    void import(const QList<int> &places);
    void onTold(int at, const FileOutcome &outcome);
    void onEnded(const std::optional<Error> &problem, const QString &workspace);
    void stopAt(int place, const Error &error);
    void reportProblems();
    void next();
    void onWorkspace();
    QString shown(qsizetype files) const;
    void setState(State state);
    void setFileState(SourceEntry::State state) { m_queue.at(m_at).state = state; }

    AppSession &m_session;
    LatestJob m_finding;
    LatestJob m_reading;
    LatestJob m_settling;
    ImportGo m_go;
    State m_state = State::Idle;
    ImportQueue m_queue;
    int m_at = 0;                 ///< the file that is looked at or imported
    int m_checked = 0;            ///< the file that the preview is of
    QList<int> m_places;          ///< of the files that are imported now
    ImportPreview m_preview;
    std::optional<ImportPlan> m_shared; ///< by which files that wait are imported without a look
    std::optional<ImportPlan> m_dates;  ///< its dates are settled for all files of its shape
    std::optional<ImportPlan> m_given;  ///< for the next file that is read
    PlanOrigin m_givenBy = PlanOrigin::Given;
    PlanOrigin m_origin = PlanOrigin::Guess;
    QDateTime m_since;
    QString m_datesNote;
    QString m_notice;
    qint64 m_group = 0; ///< of this go in the ledger
    int m_filesAsked = 1;
    bool m_isStale = false;
};

} // namespace foretrail
