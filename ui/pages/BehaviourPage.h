#pragma once

#include "ui/pages/Page.h"
#include "ui/widgets/BehaviourTab.h"

class QStackedWidget;
class QTabWidget;

namespace foretrail {

class FunnelTab;
class LifecycleTab;
class PathsTab;
class RetentionTab;
class RunningJob;

/// Funnel, retention, paths and lifecycle of the users of the log, or of the chosen segment. The log is read once, in the background.
class BehaviourPage : public Page {
    Q_OBJECT
public:
    explicit BehaviourPage(AppSession &session, QWidget *parent = nullptr);

    QAction *primaryAction() override { return m_export; }
    QList<QAction *> moreActions() override { return {m_exportPaths}; }
    void activate() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectTab(BehaviourTab *tab);
    void markStale();
    void load();
    void take(std::shared_ptr<const UserEventLog> log);
    void showLog();
    void showTexts();
    void showSentence();
    void showState(const QString &sentence, const QString &button);
    void keepChoices();
    void exportTable();
    void saveTable(const FlowTable &table, const QString &name);
    void exportDrawing(const MarkDrawing &drawing, const QString &name, const QString &format);
    bool showsSmallGroups() const; ///< that are not handed on
    void saveRendered(const Result<QByteArray> &bytes, const QString &name, const QString &format);
    BehaviourTab *current() const;

    LatestJob m_job;
    QAction *m_export;
    QAction *m_exportPaths; ///< whole ones
    RunningJob *m_running;
    FunnelTab *m_funnel;
    RetentionTab *m_retention;
    PathsTab *m_paths;
    LifecycleTab *m_lifecycle;
    QTabWidget *m_tabs;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    std::shared_ptr<const UserEventLog> m_log;
    bool m_isStale = true;
    bool m_wasStopped = false; ///< the reading, by a person
};

} // namespace foretrail
