#pragma once

#include "core/report/FlowTables.h"
#include "ui/AppSession.h"
#include "ui/charts/MarkDrawing.h"
#include "ui/models/UserQuestion.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace foretrail {

class EmptyState;
class FlowLayout;
class LineChart;
class MarkChart;

/// What all tabs of the Behaviour page ask: the log, and whose events count.
struct BehaviourLog {
    std::shared_ptr<const UserEventLog> log;
    std::shared_ptr<const UserSet> users; ///< nullptr: everybody
    const UserSet *set() const { return users.get(); }
    bool isEmpty() const { return !log; }
};

/// One question to the log: a line of controls above, the answer (or why there is none) in the middle, notes below. Asks when it is on
/// screen and something changed; a newer question makes the older answer void.
class BehaviourTab : public QWidget {
    Q_OBJECT
public:
    BehaviourTab(AppSession &session, const QString &name, QWidget *parent = nullptr);

    void setLog(const BehaviourLog &log);
    QString sentence() const { return m_sentence; } ///< the number that matters
    virtual QJsonObject choices() const = 0;
    virtual void setChoices(const QJsonObject &choices) = 0;
    /// What is exported: the table shown, without small groups.
    virtual FlowTable table(GroupFloor floor) const = 0;
    virtual QString fileName() const = 0; ///< "funnel"
    bool hasAnswer() const { return m_hasAnswer; }

Q_SIGNALS:
    void sentenceChanged();
    void choicesChanged();
    void usersWanted(const QString &title, const QString &fileName, const foretrail::UserQuestion &question);
    void drawingExport(const foretrail::MarkDrawing *drawing, const QString &format);
    void problemButton();

protected:
    virtual void ask() = 0;         ///< starts the question on the log
    virtual void retranslate() = 0; ///< texts of the controls; the answer is asked for again
    /// Something was chosen: keeps it and asks again.
    void askAgain();
    template<class T>
    void start(const QString &title, std::function<Result<T>(const BehaviourLog &, Workspace &, JobContext &)> work, std::function<void(const T &)> show)
    {
        m_session.runLatestOnWorkspace<T>(m_job, {title, Lane::Read, true}, [log = m_log, work = std::move(work)](Workspace &workspace, JobContext &job) { return work(log, workspace, job); },
                                          this, [this, show = std::move(show)](Result<T> result) {
                                              if (!result)
                                                  return showProblem(result.error());
                                              m_hasAnswer = true;
                                              show(*result);
                                              showAnswer();
                                          });
    }
    void tell(const QString &sentence, const QStringList &notes);
    MarkChart *makeChart(const QString &name);
    QComboBox *addCombo(const QString &name, QLabel *label);
    FlowLayout *controls() const { return m_controls; }
    QVBoxLayout *body() const { return m_body; } ///< the answer goes here
    AppSession &session() const { return m_session; }
    const BehaviourLog &log() const { return m_log; }

    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showAnswer();
    void showProblem(const Error &error);

    AppSession &m_session;
    BehaviourLog m_log;
    LatestJob m_job;
    FlowLayout *m_controls;
    QVBoxLayout *m_body;
    QLabel *m_notes;
    EmptyState *m_problem;
    QStackedWidget *m_stack;
    QString m_sentence;
    bool m_isStale = true;
    bool m_hasAnswer = false;
};

/// Refills a combo box with texts and what they stand for, keeping the choice.
void fillCombo(QComboBox &combo, const QList<std::pair<QString, QString>> &entries);

} // namespace foretrail
