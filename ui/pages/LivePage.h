#pragma once

#include "ui/LiveRun.h"
#include "ui/pages/Page.h"

#include <QPointer>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace foretrail {

class CampaignsTab;
class EmptyState;
class FeedForm;
class LiveBoard;
class LiveInspector;
class UpdatesTab;

/// Events as they come in, and what follows from them: who is about and buys, what to show next, how the day goes; models that follow; campaigns.
class LivePage : public Page {
    Q_OBJECT
public:
    explicit LivePage(AppSession &session, QWidget *parent = nullptr);

    QAction *primaryAction() override { return m_main; }
    QList<QAction *> moreActions() override { return {m_stop}; }
    QWidget *inspector() override;
    void activate() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectAll();
    void activateTab();
    void act();       ///< starts, pauses or goes on
    void start();
    void startElsewhere(); ///< in a new workspace
    void arrange();
    void take(const LiveTick &tick);
    void finish(const ImportReport &total);
    void fail(const Error &error);
    void showState();
    void showSentence();
    void showTexts();

    LiveRun *m_run;
    QAction *m_main;
    QAction *m_stop;
    FeedForm *m_form;
    QPushButton *m_stopButton;
    QLabel *m_problem;
    EmptyState *m_empty;
    LiveBoard *m_board;
    QStackedWidget *m_stack;
    UpdatesTab *m_updates;
    CampaignsTab *m_campaigns;
    QTabWidget *m_tabs;
    QPointer<LiveInspector> m_inspector;
    LiveTick m_tick;
    bool m_hasBoard = false;       ///< a feed was followed in this workspace
    bool m_hasOnlyKnown = false;   ///< all that a replay brought was there already
    bool m_startsInNew = false;    ///< as soon as the workspace that was asked for is open
};

} // namespace foretrail
