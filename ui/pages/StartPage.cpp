#include "ui/pages/StartPage.h"

#include "ui/AppSession.h"

namespace foretrail {

StartPage::StartPage(AppSession &appSession, QWidget *parent) : Page(appSession, QStringLiteral("start"), parent) {}

} // namespace foretrail
