#include "core/training/RefitState.h"

#include <QCborMap>

namespace foretrail {

namespace {

constexpr auto refitKey = "refit"; // and its version

} // namespace

QByteArray RefitState::toBytes() const
{
    return QCborMap{{QLatin1String(refitKey), 1}, {QStringLiteral("model"), QCborMap::fromJsonObject(judging.state)}, {QStringLiteral("weights"), judging.weights},
                    {QStringLiteral("learning"), learning}, {QStringLiteral("mostEpochs"), mostEpochs}}.toCborValue().toCbor();
}

std::optional<RefitState> RefitState::fromBytes(const QByteArray &bytes)
{
    QCborParserError problem;
    const QCborMap map = QCborValue::fromCbor(bytes, &problem).toMap();
    if (problem.error != QCborError::NoError || map[QLatin1String(refitKey)].toInteger() != 1)
        return {};
    return RefitState{{map[QStringLiteral("model")].toMap().toJsonObject(), map[QStringLiteral("weights")].toByteArray()}, map[QStringLiteral("learning")].toByteArray(),
                      int(map[QStringLiteral("mostEpochs")].toInteger())};
}

} // namespace foretrail
