#pragma once

#include <QFrame>

namespace foretrail {

/// A surface that holds one part of a page.
QFrame *card(QWidget *content, int margin);

} // namespace foretrail
