#pragma once

#include <QFrame>
#include <QList>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace foretrail {

/// What went wrong, above the page until a person closes it. Several stand behind each other, the newest in front;
/// the same one twice is shown once.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);
    void add(const QString &message, const QString &detail);
    void closeCurrent();
    int count() const { return int(m_problems.size()); }

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Problem {
        QString message;
        QString detail;
        bool operator==(const Problem &) const = default;
    };
    void showCurrent();
    void copy() const;

    QList<Problem> m_problems;
    QLabel *m_icon;
    QLabel *m_text;
    QLabel *m_more;
    QPlainTextEdit *m_detail;
    QPushButton *m_showDetail;
    QPushButton *m_copy;
    QToolButton *m_close;
};

} // namespace foretrail
