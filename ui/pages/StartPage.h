#pragma once

#include "core/jobs/JobRunner.h"
#include "ui/pages/Page.h"
#include "ui/widgets/RecentRow.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace foretrail {

class ChoiceButton;

/// Where the window begins: the sample shop, a file to import, a workspace to open, and the workspaces used last.
class StartPage : public Page {
    Q_OBJECT
public:
    explicit StartPage(AppSession &session, QWidget *parent = nullptr);

    void activate() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeChoices();
    QWidget *makeRecent();
    void showTexts();
    void showRecent();
    void readRecent(int row);
    void onWorkspace();

    LatestJob m_reading;
    ChoiceButton *m_sample;
    ChoiceButton *m_import;
    ChoiceButton *m_open;
    QPushButton *m_teaching;
    QPushButton *m_new;
    QLabel *m_recentTitle;
    QLabel *m_recentEmpty;
    QVBoxLayout *m_recent;
    QList<RecentRow *> m_rows;
};

} // namespace foretrail
