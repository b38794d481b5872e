#pragma once

#include <vector>

class QWidget;

namespace foretrail {

class AppSession;
class Page;

/// The pages of the window, in the order of the rail. A new page is one line in Pages.cpp.
std::vector<Page *> makePages(AppSession &session, QWidget *parent);

} // namespace foretrail
