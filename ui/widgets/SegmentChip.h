#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace foretrail {

class Selection;

/// Says which users a page speaks of, and takes the segment away again; not there while it is everybody. Any page may have one.
class SegmentChip : public QFrame {
    Q_OBJECT
public:
    explicit SegmentChip(Selection &selection, QWidget *parent = nullptr);
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showSegment();

    Selection &m_selection;
    QLabel *m_text;
    QToolButton *m_clear;
};

/// A column with the chip above a widget.
QWidget *underSegment(Selection &selection, QWidget *widget);

} // namespace foretrail
