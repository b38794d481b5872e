#include "ui/pages/Pages.h"

#include "ui/pages/BacktestPage.h"
#include "ui/pages/BehaviourPage.h"
#include "ui/pages/CustomersPage.h"
#include "ui/pages/DataPage.h"
#include "ui/pages/ForecastPage.h"
#include "ui/pages/LivePage.h"
#include "ui/pages/PreparePage.h"
#include "ui/pages/RecommendPage.h"
#include "ui/pages/StartPage.h"
#include "ui/pages/TrainPage.h"

#include <algorithm>

namespace foretrail {

namespace {

template<class P>
Page *makePage(AppSession &session, QWidget *parent)
{
    return new P(session, parent);
}

} // namespace

const std::vector<PageKind> &pageKinds()
{
    static const std::vector<PageKind> kinds{
        {QStringLiteral("start"), [] { return StartPage::tr("Start"); }, makePage<StartPage>},
        {QStringLiteral("data"), [] { return DataPage::tr("Data"); }, makePage<DataPage>},
        {QStringLiteral("prepare"), [] { return PreparePage::tr("Prepare"); }, makePage<PreparePage>},
        {QStringLiteral("train"), [] { return TrainPage::tr("Train"); }, makePage<TrainPage>},
        {QStringLiteral("forecast"), [] { return ForecastPage::tr("Forecast"); }, makePage<ForecastPage>},
        {QStringLiteral("backtest"), [] { return BacktestPage::tr("Backtest"); }, makePage<BacktestPage>},
        {QStringLiteral("customers"), [] { return CustomersPage::tr("Customers"); }, makePage<CustomersPage>},
        {QStringLiteral("behaviour"), [] { return BehaviourPage::tr("Behaviour"); }, makePage<BehaviourPage>},
        {QStringLiteral("recommend"), [] { return RecommendPage::tr("Recommend"); }, makePage<RecommendPage>},
        {QStringLiteral("live"), [] { return LivePage::tr("Live"); }, makePage<LivePage>},
    };
    return kinds;
}

const PageKind *findPageKind(const QString &name)
{
    const auto at = std::find_if(pageKinds().begin(), pageKinds().end(), [&](const PageKind &kind) { return kind.name == name; });
    return at == pageKinds().end() ? nullptr : &*at;
}

} // namespace foretrail
