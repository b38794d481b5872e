#pragma once

#include "tests/core/training/PricedShop.h"
#include "tests/ui/UiTest.h"
#include "ui/pages/ForecastPage.h"
#include "ui/widgets/WhatIfTab.h"

namespace foretrail::test {

inline WhatIfTab &whatIfOf(Desk &desk) { return *desk.window().findChild<WhatIfTab *>(); }

/// The priced shop in that file, as a run of ar-fourier with its recipe; of the page Forecast, which is there, tab What if comes to the front.
inline bool openWhatIf(Desk &desk, const QString &shop)
{
    RunId run;
    {
        auto workspace = Workspace::create(shop);
        if (!workspace || !makePricedShop(*workspace))
            return false;
        JobContext job;
        const auto stored = trainAndStore(*workspace, pricedSpec(QStringLiteral("ar-fourier")), job);
        if (!stored)
            return false;
        run = *stored;
    }
    const auto &page = desk.part<ForecastPage>("forecastPage");
    desk.session().openWorkspace(shop);
    if (!QTest::qWaitFor([&] { return page.shown().hasFuture() && desk.isIdle(); }, 30000))
        return false;
    desk.session().selection().setRun(run);
    if (!QTest::qWaitFor([&] { return !page.shown().runName.isEmpty() && desk.isIdle(); }, 30000))
        return false;
    return Desk::goToTab(desk.part<QTabWidget>("forecastTabs"), QStringLiteral("What if"))
        && QTest::qWaitFor([&] { return whatIfOf(desk).base() && desk.isIdle(); }, 30000);
}

} // namespace foretrail::test
