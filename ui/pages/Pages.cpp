#include "ui/pages/Pages.h"

#include "ui/pages/CustomersPage.h"
#include "ui/pages/DataPage.h"
#include "ui/pages/ForecastPage.h"
#include "ui/pages/PreparePage.h"
#include "ui/pages/StartPage.h"
#include "ui/pages/TrainPage.h"

namespace foretrail {

std::vector<Page *> makePages(AppSession &session, QWidget *parent)
{
    return {
        new StartPage(session, parent),
        new DataPage(session, parent),
        new PreparePage(session, parent),
        new TrainPage(session, parent),
        new ForecastPage(session, parent),
        new CustomersPage(session, parent),
    };
}

} // namespace foretrail
