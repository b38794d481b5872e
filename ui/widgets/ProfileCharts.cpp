#include "ui/widgets/ProfileCharts.h"

#include "core/report/CsvWriter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

/// Sums without the last digits, which adding up leaves behind: they are exported as they stand here.
std::vector<double> withoutNoise(std::vector<double> values)
{
    for (double &value : values)
        if (std::isfinite(value))
            value = CsvWriter::sum(value).toDouble();
    return values;
}

} // namespace

ChartContent activityChart(const UserProfile &profile)
{
    ChartContent content;
    content.title = QCoreApplication::translate("foretrail::ProfileView", "Activity of %1").arg(profile.user.key);
    content.valueTitle = QCoreApplication::translate("foretrail::ProfileView", "Events");
    content.axis = profile.activity.axis;
    if (profile.activity.values.empty())
        return content;
    content.curves.append({QCoreApplication::translate("foretrail::ProfileView", "History"), CurveRole::History, 0, 0,
                           std::make_shared<const std::vector<double>>(profile.activity.values)});
    if (profile.activityForecast.mean.empty())
        return content;
    const qint64 origin = profile.activity.size();
    content.curves.append({QCoreApplication::translate("foretrail::ProfileView", "Forecast"), CurveRole::Forecast, 0,
                           origin, std::make_shared<const std::vector<double>>(profile.activityForecast.mean)});
    for (const Band &band : profile.activityForecast.bands)
        content.bands.append({band.level, origin, band.low, band.high});
    content.marks.append({origin - 1, QCoreApplication::translate("foretrail::ProfileView", "last")});
    return content;
}

ChartContent spendChart(const UserProfile &profile, const QString &currency)
{
    ChartContent content;
    content.title = QCoreApplication::translate("foretrail::ProfileView", "Spend of %1").arg(profile.user.key);
    content.valueTitle = currency.isEmpty() ? QCoreApplication::translate("foretrail::ProfileView", "Net amount")
                                            : QCoreApplication::translate("foretrail::ProfileView", "Net amount (%1)").arg(currency);
    content.axis = profile.spend.axis;
    if (profile.spend.values.empty())
        return content;
    content.curves.append({QCoreApplication::translate("foretrail::ProfileView", "History"), CurveRole::History, 0, 0, shared(withoutNoise(profile.spend.values))});
    if (profile.spendForecast.mean.empty())
        return content;
    const qint64 origin = profile.spend.size();
    content.curves.append({QCoreApplication::translate("foretrail::ProfileView", "Forecast"), CurveRole::Forecast, 0, origin, shared(profile.spendForecast.mean)});
    for (const Band &band : profile.spendForecast.bands)
        content.bands.append({band.level, origin, band.low, band.high});
    content.marks.append({origin - 1, QCoreApplication::translate("foretrail::ProfileView", "last")});
    return content;
}

ChartContent stayChart(const UserProfile &profile)
{
    const UserOutlook &outlook = profile.outlook;
    const auto inPercent = [](std::vector<double> shares) {
        for (double &share : shares)
            share *= 100;
        return shares;
    };
    ChartContent content;
    content.title = QCoreApplication::translate("foretrail::ProfileView", "P(active) of %1").arg(profile.user.key);
    content.sentence = outlook.sentence;
    content.valueTitle = QCoreApplication::translate("foretrail::ProfileView", "P(active), %");
    content.axis = outlook.curve.axis;
    if (outlook.curve.values.empty())
        return content;
    const std::vector<double> values = inPercent(outlook.curve.values);
    content.curves.append({QCoreApplication::translate("foretrail::ProfileView", "P(active)"), CurveRole::History, 0, 0, shared(values)});
    content.curves.append({QCoreApplication::translate("foretrail::ProfileView", "if no purchase"), CurveRole::Forecast, 0, outlook.curve.size(),
                           shared(inPercent(outlook.ahead))});
    if (std::any_of(outlook.low.begin(), outlook.low.end(), [](double low) { return !std::isnan(low); }))
        content.bands.append({95, 0, inPercent(outlook.low), inPercent(outlook.high)});
    PointMarks purchases{QCoreApplication::translate("foretrail::ProfileView", "Purchase"), PointShape::Diamond, {}, {}};
    for (const qint64 step : outlook.purchases) {
        if (std::isnan(values[size_t(step)]))
            continue;
        purchases.at.push_back(step);
        purchases.values.push_back(values[size_t(step)]);
    }
    content.points.append(purchases);
    content.marks.append({outlook.curve.size() - 1, QCoreApplication::translate("foretrail::ProfileView", "last")});
    return content;
}

} // namespace foretrail
