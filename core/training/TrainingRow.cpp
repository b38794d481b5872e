#include "core/training/TrainingRow.h"

#include <QCborArray>
#include <QCborMap>
#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace foretrail {

namespace {

struct TrainingRowText { Q_DECLARE_TR_FUNCTIONS(foretrail::TrainingRow) };

constexpr auto rowKey = "trainingRow"; // and its version

} // namespace

Result<void> TrainingRow::resume(const QByteArray &state)
{
    QCborParserError problem;
    const QCborMap map = QCborValue::fromCbor(state, &problem).toMap();
    if (problem.error != QCborError::NoError || map[QLatin1String(rowKey)].toInteger() != 1)
        return fail(ErrorCode::Format, TrainingRowText::tr("The stored training belongs to another network. Start it again."));
    m_done.clear();
    m_next = 0;
    m_underWay = map[QStringLiteral("underWay")].toByteArray();
    const QCborArray all = map[QStringLiteral("done")].toArray();
    for (const QCborValue value : all) {
        const QCborArray one = value.toArray();
        m_done.push_back({int(one.at(0).toInteger()), int(one.at(1).toInteger()), one.at(2).toDouble(missing), one.at(3).toDouble(missing), one.at(4).toByteArray(), one.at(5).toBool()});
    }
    return {};
}

const TrainingRow::Done *TrainingRow::next() { return m_next < m_done.size() ? &m_done[m_next++] : nullptr; }

void TrainingRow::add(Done done)
{
    m_done.push_back(std::move(done));
    m_next = m_done.size();
}

double TrainingRow::leastLoss() const
{
    double least = std::numeric_limits<double>::infinity();
    for (size_t i = 0; i < m_next; ++i)
        least = m_done[i].loss < least ? m_done[i].loss : least;
    return least;
}

QByteArray TrainingRow::state(const QByteArray &underWay) const
{
    QCborArray all;
    for (const Done &done : m_done)
        all.append(QCborArray{done.worth, done.told, done.rate, done.loss, done.weights, done.isEnded});
    return QCborMap{{QLatin1String(rowKey), 1}, {QStringLiteral("done"), all}, {QStringLiteral("underWay"), underWay}}.toCborValue().toCbor();
}

} // namespace foretrail
