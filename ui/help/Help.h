#pragma once

#include "ui/help/HelpTexts.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace foretrail {

class HelpBrowser;
class Settings;

/// The help in a window of its own: contents or what a search found at the left, the text at the right. Remembers its size and place.
class Help : public QDialog {
    Q_OBJECT
public:
    Help(Settings &settings, QWidget *parent = nullptr); ///< the settings outlive it
    ~Help() override;
    /// Shows that topic without holding up the program, in the window that is open already where there is one; it deletes itself when
    /// closed.
    static void open(Settings &settings, QWidget *parent, const QString &topic);
    /// Another page is on screen: a help that is open shows that topic, unless a person went elsewhere in it.
    static void follow(QWidget *parent, const QString &topic);

    HelpPlace place() const; ///< that is shown
    void go(const HelpPlace &place);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Visit {
        HelpPlace place;
        int scrolled = -1; ///< -1: to its heading
    };
    static Help *openHelp(QWidget *parent);
    void makeParts();
    void arrange();
    void connectAll();
    void addKeys();
    void showTexts();
    void fillContents();
    void addContents(const QString &topic, const QString &icon);
    void chooseInContents();
    void showFound();
    void openHit(int row);
    void step(int by);
    void showVisit(bool isAnew);
    QStringList wantedWords() const;

    Settings &m_settings;
    QLineEdit *m_find;
    QStackedWidget *m_left;
    QTreeWidget *m_contents;
    QListWidget *m_hits;
    QToolButton *m_back;
    QToolButton *m_forward;
    QSplitter *m_splitter;
    HelpBrowser *m_browser;
    QPushButton *m_close;
    QList<HelpHit> m_found;
    QList<Visit> m_visits;
    qsizetype m_at = -1;
    QString m_shownTopic;    ///< in the browser
    QString m_followedTopic; ///< of the page on screen
};

} // namespace foretrail
