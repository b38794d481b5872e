#pragma once

#include "tests/support/TestSupport.h"
#include "ui/AppSession.h"
#include "ui/Language.h"
#include "ui/MainWindow.h"
#include "ui/asking/FileDialogs.h"

#include <QApplication>
#include <QComboBox>
#include <QTabWidget>

#include <functional>

namespace foretrail {
class FactWriter;
}

namespace foretrail::test {

/// The window in front of a person, with a session, settings and a folder of its own.
class Desk {
public:
    explicit Desk(const QString &language = QStringLiteral("en"));
    ~Desk();

    QString path(const QString &name) const { return m_folder.filePath(name); }
    Settings &settings() { return m_settings; }
    AppSession &session() { return m_session; }
    MainWindow &window() { return *m_window; }
    /// The window is closed and destroyed, as at the end of the program.
    void putAway();
    bool isIdle() { return m_session.jobs().jobs().isEmpty(); } ///< no job is left
    bool openAndWait(const QString &workspace);

    /// A child by name, the one on screen where several pages have one of that name; the test ends at once where there is
    /// none.
    template<class T = QWidget>
    T &part(const char *name) { return child<T>(*m_window, name); }
    template<class T = QWidget>
    static T &child(QObject &parent, const char *name)
    {
        const QList<T *> found = parent.findChildren<T *>(QLatin1String(name));
        if (found.isEmpty())
            qFatal("there is no %s named %s", T::staticMetaObject.className(), name);
        for (T *one : found)
            if (one->isVisible())
                return *one;
        return *found.front();
    }
    void click(const char *name) { click(part(name)); }
    /// Whether a part of that name is there and on screen.
    bool isShown(const char *name)
    {
        const QList<QWidget *> found = m_window->findChildren<QWidget *>(QLatin1String(name));
        return std::any_of(found.begin(), found.end(), [](const QWidget *one) { return one->isVisible(); });
    }
    static void click(QWidget &widget);
    /// As a person does: a click on the tab, or where there is no room for it, on its name under More. False where there is none of that title.
    static bool goToTab(QTabWidget &tabs, const QString &title);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Opens the list of a combo box and takes the row of that text; false where it cannot be taken.
    bool choose(const char *name, const QString &text) { return choose(part<QComboBox>(name), text); }
    static bool choose(QComboBox &combo, const QString &text);
    QString text(const char *label);
    /// What the message bar says, empty while it says nothing.
    QString problem();

private:
    QTemporaryDir m_folder;
    Settings m_settings;
    Language m_language;
    AppSession m_session;
    std::unique_ptr<MainWindow> m_window;
};

/// Answers the file dialogs while it lives, and keeps what was asked.
class FileAnswers {
public:
    FileAnswers();
    ~FileAnswers();
    QStringList open;  ///< what a person opens next
    QString save;      ///< where a person saves next; empty: cancels
    FileDialogs::Question asked;
    int count = 0;
};

/// Day 0 is 1 January 2024; UTC.
UtcMs momentOf(int day, int hour);
/// A new workspace in EUR with what `add` stores in one import.
Result<void> makeFilled(const QString &path, const std::function<Result<void>(FactWriter &)> &add);
/// A shop that can be worked out by hand: `days` days from Monday 1 January 2024 on, in EUR and UTC.
/// On day d: ann buys tea (drinks) for 10 + d % 7 after a view; bob buys a mug (kitchen) for 5 on even days; from half
/// of the time on cyd buys jam (food) for 2.
Result<void> makeShop(const QString &path, int days = 84);
inline double teaOn(int day) { return 10 + day % 7; }
inline double shopOn(int day, int days) { return teaOn(day) + (day % 2 == 0 ? 5 : 0) + (day >= days / 2 ? 2 : 0); }
/// A workspace of imported series: name and values, daily from 1 January 2024 on; NaN leaves a gap.
Result<void> makeSeries(const QString &path, const QList<std::pair<QString, std::vector<double>>> &series);
/// Writes a workspace without any rows.
Result<void> makeEmpty(const QString &path);

/// Fields of a comma-separated text, quotes undone.
QList<QStringList> parsedCsv(const QByteArray &text);

} // namespace foretrail::test

#define TRY_IDLE(desk) QTRY_VERIFY_WITH_TIMEOUT((desk).isIdle(), 30000)
