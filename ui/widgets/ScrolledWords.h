#pragma once

#include <QScrollArea>

class QLabel;

namespace foretrail {

/// A text of several sentences that stands as high as it is while there is room, and else scrolls: with large type it must not push out what it is about.
class ScrolledWords : public QScrollArea {
    Q_OBJECT
public:
    explicit ScrolledWords(QLabel *words, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int neededHeight() const;
    void fit();
    void takeKeys();

    QLabel *m_words;
};

} // namespace foretrail
