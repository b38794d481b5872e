#pragma once

#include "ui/pages/ImportActions.h"
#include "ui/pages/ImportAssistant.h"
#include "ui/pages/Page.h"

#include <QPointer>

class QStackedWidget;

namespace foretrail {

class EmptyState;
class ImportInspector;
class ImportPreviewView;
class ImportsView;
class RunningJob;
class SourcesView;
class TemplateActions;

/// What was imported and how it went; a file that is to be imported is looked at here first.
class DataPage : public Page {
    Q_OBJECT
public:
    explicit DataPage(AppSession &session, QWidget *parent = nullptr);
    ~DataPage() override;

    QAction *primaryAction() override { return m_primary; }
    QList<QAction *> moreActions() override;
    QWidget *inspector() override;
    void activate() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void addActions();
    void connectAll();
    void connectAssistant();
    void connectImports();
    void take(const QStringList &files);
    void onPrimary();
    void changePlan(const std::function<void(ImportPlan &)> &change);
    void importAgain();
    void editRule();
    void markStale();
    void load();
    void loadTimeZones();
    void showState();
    void showPrimary();
    void showActions();
    void showSentence();
    void showEmpty();
    void retranslate();
    QString promise() const;
    QString importText() const;

    ImportAssistant m_assistant;
    ImportActions *m_actions;
    TemplateActions *m_templates;
    LatestJob m_listJob;
    LatestJob m_zonesJob;
    QAction *m_primary;
    QAction *m_folder;
    QAction *m_paste;
    QAction *m_rule;
    EmptyState *m_empty;
    RunningJob *m_running;
    SourcesView *m_sources;
    ImportsView *m_imports;
    ImportPreviewView *m_preview;
    QPointer<ImportInspector> m_inspector; ///< the window adopts it
    QStackedWidget *m_stack;
    qint64 m_newest = 0; ///< the import made last: it and those of its go are shown once the list is read
    bool m_isStale = true;
    bool m_hasZones = false;
    bool m_wasPreviewing = false;
};

} // namespace foretrail
