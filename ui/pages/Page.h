#pragma once

#include <QList>
#include <QWidget>

class QAction;

namespace foretrail {

class AppSession;

/// One page of the window. The main window shows title, sentence and primary action above it and the inspector at
/// its right; the page does the rest. Pages talk to each other only through AppSession and its Selection.
class Page : public QWidget {
    Q_OBJECT
public:
    Page(AppSession &session, const QString &name, QWidget *parent = nullptr);

    QString name() const { return m_name; }  ///< "forecast": for settings, shortcuts and tests
    QString title() const;                   ///< translated; stands in Pages.cpp
    QString sentence() const { return m_sentence; }
    /// The button at the right of the header; nullptr: none. Enabled and text as the action says.
    virtual QAction *primaryAction() { return nullptr; }
    /// Behind the button with three dots beside it; empty: no such button.
    virtual QList<QAction *> moreActions() { return {}; }
    /// The content of the right inspector; nullptr: no inspector now. Owned by the page until the window adopts it.
    virtual QWidget *inspector() { return nullptr; }
    /// The page comes on screen: the moment to load what changed meanwhile.
    virtual void activate() {}

Q_SIGNALS:
    void sentenceChanged(const QString &sentence);
    void inspectorChanged(); ///< inspector() gives another widget, or none
    void nextStepReady();    ///< what people came for now waits for primaryAction(): Enter does it

protected:
    AppSession &session() const { return m_session; }
    void setSentence(const QString &sentence);

private:
    AppSession &m_session;
    QString m_name;
    QString m_sentence;
};

} // namespace foretrail
