#pragma once

#include "ui/AppSession.h"
#include "ui/Presenter.h"
#include "ui/models/JobsModel.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace foretrail {

class JobsPanel;
class MessageBar;
class Page;
class PageHeader;
class Rail;
class StatusLine;

/// Arranges: the rail at the left, the current page under its header, the inspector at the right, the status line
/// below. Knows no page by name but "start", where it begins.
class MainWindow : public QWidget {
    Q_OBJECT
public:
    explicit MainWindow(AppSession &session, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Makes a window that is larger than its screen fit.
    void fitToScreen();

    /// Shows the page of that name; an unknown name changes nothing.
    void showPage(const QString &name);
    Page *currentPage() const;
    QStringList pageNames() const;
    /// Opens a workspace, or imports: what a file is, its suffix or its content says. Without a workspace an import asks where to
    /// make one. Names count from the current folder.
    void openFiles(const QStringList &files);

Q_SIGNALS:
    void firstPainted(); ///< the window is on screen: the moment to begin with anything heavy

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void arrange();
    void addPages();
    Page *pageNamed(const QString &name); ///< made when it is first asked for; nullptr: there is none
    void addActions();
    QAction *addShortcut(const QString &name, const QKeySequence &keys, std::function<void()> run);
    void connectSession();
    void setCurrent(Page *page);
    void showInspector();
    void fitInspector();
    void setInspectorShown(bool isShown);
    void showWorkspace();
    void toggleJobs();
    void placeJobs();
    void rememberSplitters(QWidget *part);
    void showSettings();
    void showHelp();
    void arrangePresenting(bool isOn); ///< and back, to what the settings say

    AppSession &m_session;
    JobsModel m_jobs;
    QHash<QString, Page *> m_pages; ///< by name, those that were on screen
    Rail *m_rail;
    PageHeader *m_header;
    MessageBar *m_messages;
    QStackedWidget *m_stack;
    QSplitter *m_content;
    QScrollArea *m_inspector;
    StatusLine *m_status;
    JobsPanel *m_jobsPanel;
    Presenter m_presenter;
    bool m_isInspectorShown = true;
    bool m_isPainted = false;
    bool m_isLeaving = false; ///< a person said that what would be lost may go
};

} // namespace foretrail
