#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QToolButton;

namespace foretrail {

/// The steps of a funnel in their order. A step is added from the kinds of the log, moved by dragging or Alt with the arrow keys, removed
/// with Delete, and written over with F2 or a double click (view@category=shoes).
class StepsEditor : public QWidget {
    Q_OBJECT
public:
    explicit StepsEditor(QWidget *parent = nullptr);

    void setWords(const QStringList &words); ///< what can be added
    QStringList steps() const;
    void setSteps(const QStringList &steps); ///< tells nobody

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QToolButton *makeButton(const QString &name, const QString &icon);
    void append(const QString &step);
    void add();
    void remove();
    void move(int by);
    void showTexts();
    void enableButtons();

    QLabel *m_title;
    QListWidget *m_list;
    QComboBox *m_words;
    QToolButton *m_add;
    QToolButton *m_remove;
    QToolButton *m_up;
    QToolButton *m_down;
    QLabel *m_hint;
};

} // namespace foretrail
