#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace foretrail {

/// What a page shows when it has nothing: one sentence and, unless its text is empty, one button.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    void setText(const QString &sentence, const QString &button = {});

Q_SIGNALS:
    void clicked();

private:
    QLabel *m_sentence;
    QPushButton *m_button;
};

} // namespace foretrail
