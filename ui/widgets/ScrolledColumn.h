#pragma once

#include <QScrollArea>

namespace foretrail {

/// A column of parts that scrolls up and down where it is higher than there is room, as with large type. It is never narrower than its parts
/// need. The keyboard reaches the parts, and what has the focus comes into sight.
class ScrolledColumn : public QScrollArea {
    Q_OBJECT
public:
    explicit ScrolledColumn(QWidget *parts, QWidget *parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
};

} // namespace foretrail
