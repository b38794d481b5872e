#pragma once

#include "core/jobs/JobRunner.h"
#include "ui/AppSession.h"
#include "ui/widgets/SegmentPanel.h"

#include <QPointer>
#include <QUndoStack>

#include <optional>

class QAction;

namespace foretrail {

class SegmentRuleDialog;

/// What the page Customers does with segments: counts them in the background, makes one the filter of all pages, keeps, changes, compares
/// and exports them. Lives in the GUI thread.
class SegmentActions : public QObject {
    Q_OBJECT
public:
    SegmentActions(AppSession &session, QWidget *page);

    SegmentPanel *panel(); ///< made when it is first wanted
    void load();           ///< counts anew; the segment that is chosen stays chosen
    void clear();
    const SharedBook &book() const { return m_book; } ///< none while nothing is counted
    QList<QAction *> undoActions() const { return m_undoActions; } ///< of what is changed of saved segments; with their keys on the page
    void choose(const QString &key); ///< the filter of all pages; a key that is not there: all users

Q_SIGNALS:
    void bookChanged();

private:
    void addUndo();
    void connectPanel();
    void setBook(const Result<SegmentBook> &book);
    void onSegment();
    void openRule(const QString &key);
    void countRule();
    void saveRule();
    void askToStore(const QString &name, const QJsonObject &definition, const QString &own);
    void store(const QString &name, const QJsonObject &definition, bool isChosen);
    void askSave(const QString &key);
    void askRename(const QString &key);
    void remove(const QString &key);
    void write(const QString &name, const QJsonObject &definition, bool isChosen);
    void writeName(const QString &name, const QString &newName);
    void erase(const QString &name);
    void tellDeleted(const QString &name);
    void exportUsers(const QString &key);
    void compare(const QStringList &keys);
    void change(const QString &title, std::function<Result<void>(Workspace &, JobContext &)> work, std::function<void()> done);

    AppSession &m_session;
    QWidget *m_page;
    QPointer<SegmentPanel> m_panel; ///< the window adopts it
    LatestJob m_bookJob, m_countJob, m_compareJob;
    SharedBook m_book;
    QString m_problem;
    QString m_chosen; ///< key of the segment that is the filter
    std::optional<int> m_clusters;
    QPointer<SegmentRuleDialog> m_dialog;
    QUndoStack m_undo;
    QList<QAction *> m_undoActions;
    QString m_changed; ///< the name of the saved segment whose rule is open
};

} // namespace foretrail
