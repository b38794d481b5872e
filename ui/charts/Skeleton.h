#pragma once

#include <QWidget>

namespace foretrail {

/// Quiet lines in place of something that is still being read.
class Skeleton : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace foretrail
