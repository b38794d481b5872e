#include "ui/widgets/ScrolledColumn.h"

#include <QEvent>
#include <QScrollBar>

namespace foretrail {

ScrolledColumn::ScrolledColumn(QWidget *parts, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setWidget(parts);
}

QSize ScrolledColumn::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(), QScrollArea::minimumSizeHint().height()};
}

/// Its parts need another width.
bool ScrolledColumn::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::event(event);
}

} // namespace foretrail
