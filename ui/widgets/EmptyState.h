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
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clicked();
    void secondClicked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitSentence();

    QLabel *m_sentence;
    QPushButton *m_button;
    QPushButton *m_second;
};

} // namespace foretrail
