#include "core/preparation/PreparationStep.h"

namespace foretrail {

namespace {

constexpr QLatin1String blame("parameter=");

} // namespace

Error problemWith(const char *parameter, const QString &message)
{
    return {ErrorCode::InvalidInput, message, QString(blame) + QLatin1String(parameter)};
}

QString blamedParameter(const Error &error)
{
    return error.detail.startsWith(blame) ? error.detail.mid(blame.size()) : QString();
}

void PreparationStep::invertFan(Fan &fan, Values before) const
{
    invert(fan.middle, before);
    for (std::vector<double> &edge : fan.edges)
        invert(edge, before);
}

} // namespace foretrail
