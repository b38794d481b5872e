#pragma once

#include <QString>

#include <vector>

class QWidget;

namespace foretrail {

class AppSession;
class Page;

/// What the window knows of a page before it is there.
struct PageKind {
    QString name;       ///< of the page, and of its icon: resources/icons/NAME.svg
    QString (*title)(); ///< translated
    Page *(*make)(AppSession &session, QWidget *parent);
};

/// The pages of the window, in the order of the rail. A new page is one line in Pages.cpp.
const std::vector<PageKind> &pageKinds();
const PageKind *findPageKind(const QString &name);

} // namespace foretrail
