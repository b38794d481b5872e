#include "core/training/EpochTrail.h"

#include "core/base/JsonNumber.h"
#include "core/neural/interface/Weights.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace foretrail {

namespace {

struct EpochTrailText { Q_DECLARE_TR_FUNCTIONS(foretrail::EpochTrail) };

constexpr auto windowsName = "windows";

qint64 bytesOf(const JudgedEpoch &epoch) { return epoch.weights.size() + epoch.memory.size() + qint64(epoch.forecast.size() * sizeof(double)); }

QJsonArray numbers(const std::vector<double> &values)
{
    QJsonArray list;
    for (const double value : values)
        list.append(jsonNumber(value));
    return list;
}

std::vector<double> numbersFrom(const QJsonArray &list)
{
    std::vector<double> values;
    for (const QJsonValue &value : list)
        values.push_back(value.toDouble(missing));
    return values;
}

QJsonObject partToJson(const JudgedPart &part)
{
    return {{QStringLiteral("unit"), part.unit}, {QStringLiteral("step"), stepName(part.axis.step)}, {QStringLiteral("start"), part.axis.start}, {QStringLiteral("closed"), part.axis.closed},
            {QStringLiteral("actual"), numbers(part.actual)}, {QStringLiteral("lookback"), part.lookback}, {QStringLiteral("features"), part.features},
            {QStringLiteral("entity"), part.entity}};
}

QByteArray encodedWindows(const JudgedPart &part)
{
    if (part.windowCount() == 0)
        return {};
    return encodeWeights({Tensor{windowsName, {part.windowCount(), part.lookback, part.features}, part.windows}});
}

Error damagedTrail() { return Error{ErrorCode::Format, EpochTrailText::tr("The stored epochs are damaged. Train the run again."), {}}; }

Result<std::shared_ptr<const JudgedPart>> partFrom(const StoredTrail &stored)
{
    auto part = std::make_shared<JudgedPart>();
    const Result<Step> step = stepFromName(stored.part[QStringLiteral("step")].toString());
    if (!step)
        return fail(damagedTrail());
    part->unit = stored.part[QStringLiteral("unit")].toString();
    part->axis = {*step, stored.part[QStringLiteral("start")].toInteger(), quint8(stored.part[QStringLiteral("closed")].toInt())};
    part->actual = numbersFrom(stored.part[QStringLiteral("actual")].toArray());
    part->lookback = stored.part[QStringLiteral("lookback")].toInt();
    part->features = stored.part[QStringLiteral("features")].toInt();
    part->entity = stored.part[QStringLiteral("entity")].toInt(); // not in older ones
    if (stored.windows.isEmpty())
        return std::shared_ptr<const JudgedPart>(part);
    Result<std::vector<Tensor>> tensors = decodeWeights(stored.windows);
    if (!tensors)
        return fail(tensors.error());
    part->windows = std::move(tensors->front().values);
    if (part->windowCount() == 0 || part->windows.size() % size_t(part->lookback * part->features) != 0)
        return fail(damagedTrail());
    return std::shared_ptr<const JudgedPart>(part);
}

} // namespace

void EpochTrail::add(JudgedEpoch epoch)
{
    if (epoch.weights.size() > m_mostBytes / 4)
        epoch.weights.clear();
    if (epoch.memory.size() > m_mostBytes / 16)
        epoch.memory.clear();
    epoch.hasMemory = !epoch.memory.isEmpty();
    const int lastBefore = m_epochs.empty() ? -1 : m_epochs.back().epoch, bestBefore = m_best;
    m_best = epoch.isBest ? epoch.epoch : m_best;
    m_bytes += bytesOf(epoch);
    m_epochs.push_back(std::move(epoch));
    settle(lastBefore);
    settle(bestBefore);
    thin();
}

bool EpochTrail::isEssential(int epoch) const
{
    return epoch == m_epochs.front().epoch || epoch == m_epochs.back().epoch || epoch == m_best;
}

void EpochTrail::settle(int number)
{
    const auto epoch = std::ranges::lower_bound(m_epochs, number, {}, &JudgedEpoch::epoch);
    if (epoch == m_epochs.end() || epoch->epoch != number || isEssential(number))
        return;
    m_bytes -= bytesOf(*epoch);
    if (number % m_stride != 0) {
        m_epochs.erase(epoch);
        return;
    }
    epoch->memory.clear();
    epoch->hasMemory = false;
    m_bytes += bytesOf(*epoch);
}

void EpochTrail::thin()
{
    constexpr size_t alwaysKept = 3;
    while (m_bytes > m_mostBytes && m_epochs.size() > alwaysKept) {
        m_stride *= 2;
        std::vector<JudgedEpoch> staying;
        for (JudgedEpoch &epoch : m_epochs) {
            if (isEssential(epoch.epoch) || epoch.epoch % m_stride == 0)
                staying.push_back(epoch);
            else
                m_bytes -= bytesOf(epoch);
        }
        m_epochs = std::move(staying);
    }
}

TrainingHooks EpochTrail::watched(const TrainingHooks &hooks)
{
    TrainingHooks kept = hooks;
    kept.onJudged = [this, told = hooks.onJudged](const JudgedEpoch &epoch) {
        add(epoch);
        if (told)
            told(epoch);
    };
    return kept;
}

StoredTrail EpochTrail::stored(int known) const
{
    StoredTrail stored;
    if (m_epochs.empty())
        return stored;
    if (known < 0) {
        stored.part = partToJson(*m_epochs.front().part);
        stored.windows = encodedWindows(*m_epochs.front().part);
    }
    for (const JudgedEpoch &epoch : m_epochs) {
        StoredTrailEpoch one;
        if (epoch.epoch > known)
            one = {epoch.epoch, epoch.trainingLoss, epoch.validationLoss, epoch.isBest, numbers(epoch.forecast), epoch.weights, epoch.memory, false};
        one.epoch = epoch.epoch;
        one.hasMemory = epoch.hasMemory;
        stored.epochs.append(one);
    }
    return stored;
}

Result<EpochTrail> EpochTrail::read(const StoredTrail &stored)
{
    EpochTrail trail;
    if (stored.isEmpty())
        return trail;
    const auto part = partFrom(stored);
    if (!part)
        return fail(part.error());
    for (const StoredTrailEpoch &epoch : stored.epochs) {
        trail.m_epochs.push_back({epoch.epoch, epoch.trainingLoss, epoch.validationLoss, epoch.isBest, *part, numbersFrom(epoch.forecast), epoch.weights, epoch.memory, epoch.hasMemory});
        trail.m_best = epoch.isBest ? epoch.epoch : trail.m_best;
        trail.m_bytes += bytesOf(trail.m_epochs.back());
        if (trail.m_epochs.back().forecast.size() != (*part)->actual.size())
            return fail(damagedTrail());
    }
    return trail;
}

EpochTrail EpochTrail::resumed(const StoredTrail &stored, int epoch)
{
    StoredTrail until = stored;
    until.epochs.removeIf([epoch](const StoredTrailEpoch &one) { return one.epoch > epoch; });
    return read(until).value_or(EpochTrail());
}

Result<EpochTrail> trailOf(Workspace &workspace, RunId run)
{
    const Result<StoredTrail> stored = TrailStore(workspace).load(run);
    return stored ? EpochTrail::read(*stored) : Result<EpochTrail>(fail(stored.error()));
}

} // namespace foretrail
