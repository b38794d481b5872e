#include "ui/widgets/Card.h"

#include <QVBoxLayout>

namespace foretrail {

QFrame *card(QWidget *content, int margin)
{
    auto *frame = new QFrame;
    frame->setProperty("card", true);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addWidget(content);
    return frame;
}

} // namespace foretrail
