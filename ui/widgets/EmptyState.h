#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace foretrail {

/// What a page shows when it has nothing: one sentence and, unless its text is empty, one button; where there is
/// another way, a quieter one below.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    void setText(const QString &sentence, const QString &button = {}, const QString &second = {});

Q_SIGNALS:
    void clicked();
    void secondClicked();

private:
    QLabel *m_sentence;
    QPushButton *m_button;
    QPushButton *m_second;
};

} // namespace foretrail
