#include "core/training/GlobalNetwork.h"

#include "core/models/StateReader.h"
#include "core/neural/interface/Weights.h"

#include "core/training/GlobalOutputs.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct GlobalNetworkText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::GlobalNetwork)
};

Error damagedNetwork()
{
    return Error{ErrorCode::Format, GlobalNetworkText::tr("The stored model is damaged. Train it again."), {}};
}

} // namespace

double GlobalCalibration::at(double level, int third) const
{
    const auto above = std::lower_bound(calibratedLevels.begin(), calibratedLevels.end(), level);
    const size_t next = std::min(size_t(above - calibratedLevels.begin()), calibratedLevels.size() - 1);
    const size_t before = next > 0 ? next - 1 : 0;
    const double width = calibratedLevels[next] - calibratedLevels[before];
    const double way = width > 0 ? std::clamp((level - calibratedLevels[before]) / width, 0.0, 1.0) : 0;
    return widening[before][size_t(third)] + way * (widening[next][size_t(third)] - widening[before][size_t(third)]);
}

LevelScale GlobalNetwork::scaleOf(const Series &known, const Beside &beside) const
{
    LevelScale scale(known, m_shape.season, m_takesSeason, m_isOriginalScale && !m_shape.isCount);
    scale.medians = m_coding.medians(beside, known.size());
    return scale;
}

LevelSeries GlobalNetwork::seen(const Series &known, const LevelScale &scale, const Beside &beside) const
{
    LevelSeries series(known, scale);
    series.setBeside(m_coding.seen(known, m_shape.horizon, beside, scale.medians));
    if (m_base)
        series.setBase(m_base, known.values);
    return series;
}

void GlobalNetwork::shapeBeside()
{
    m_shape.columns = m_coding.columns();
    m_shape.columnsAhead = m_coding.columnsAhead();
    m_shape.attributes = m_coding.attributeValues();
}

int GlobalNetwork::outputsPerStep() const { return m_loss == Loss::Pinball ? int(globalQuantiles.size()) : m_loss == Loss::NegativeBinomial ? 2 : 1; }

NetworkShape GlobalNetwork::networkShape(const ModelSpec &spec, Cell cell) const
{
    const WindowSize size = m_shape.size();
    NetworkShape shape{cell, size.features, spec.global.layers, spec.global.units, spec.global.dropout, m_shape.horizon * outputsPerStep(), size.extras};
    shape.recurrentDropout = spec.global.recurrentDropout;
    if (m_shape.hasEntities) {
        shape.entities = int(m_entities.size()) + 1;
        shape.embedding = spec.global.embedding;
    }
    return shape;
}

Result<void> GlobalNetwork::addMember(const Result<NeuralEngine *> &engine, const ModelSpec &spec, Cell cell, quint64 seed)
{
    if (!engine)
        return fail(engine.error());
    std::unique_ptr<RecurrentNetwork> network = (*engine)->create(networkShape(spec, cell), seed);
    if (!network)
        return fail(ErrorCode::Internal, GlobalNetworkText::tr("There is not enough memory for this network. Choose fewer units or layers."));
    m_members.push_back(std::move(network));
    return {};
}

Result<std::vector<GlobalNetwork::Fan>> GlobalNetwork::ahead(std::vector<OriginWindows::Origin> origins) const
{
    const OriginWindows windows(std::move(origins), m_shape);
    std::vector<std::vector<float>> all;
    {
        const std::lock_guard lock(m_mutex);
        for (const std::unique_ptr<RecurrentNetwork> &member : m_members) {
            Result<std::vector<float>> outputs = member->predict(windows);
            if (!outputs)
                return fail(outputs.error());
            all.push_back(std::move(*outputs));
        }
    }
    const auto each = size_t(outputsPerStep());
    std::vector<Fan> fans(static_cast<size_t>(windows.count()));
    std::vector<SaidOfStep> said(all.size());
    for (size_t i = 0; i < fans.size(); ++i) {
        const OriginWindows::Origin &origin = windows.origins()[i];
        const WindowLevel level = m_shape.isCount || m_shape.hasBase ? WindowLevel::before(*origin.series, origin.known, m_shape) : WindowLevel();
        const double width = m_shape.isCount ? level.width : 1;
        const std::vector<float> base = m_shape.hasBase ? baseAhead(*origin.series, origin.known, m_shape, level) : std::vector<float>();
        fans[i].steps.resize(size_t(m_shape.horizon));
        fans[i].points.resize(size_t(m_shape.horizon));
        for (size_t h = 0; h < fans[i].steps.size(); ++h) {
            for (size_t m = 0; m < all.size(); ++m)
                said[m] = saidOf(m_loss, all[m].data() + (i * fans[i].steps.size() + h) * each, width);
            const SaidOfStep together = medianOf(said);
            fans[i].steps[h] = together.quantiles;
            fans[i].points[h] = together.point + (base.empty() ? 0.0F : base[h]);
            for (float &quantile : fans[i].steps[h])
                quantile += base.empty() ? 0.0F : base[h];
        }
    }
    return fans;
}

SavedModel GlobalNetwork::save() const
{
    std::vector<double> widening;
    for (const auto &level : m_calibration.widening)
        widening.insert(widening.end(), level.begin(), level.end());
    QJsonObject entities;
    for (auto it = m_entities.begin(); it != m_entities.end(); ++it)
        entities.insert(it.key(), it.value());
    QJsonObject state{{QStringLiteral("lookback"), m_shape.lookback}, {QStringLiteral("segment"), m_shape.segment},
                            {QStringLiteral("horizon"), m_shape.horizon}, {QStringLiteral("season"), m_shape.season}, {QStringLiteral("pairs"), m_shape.pairs},
                            {QStringLiteral("linear"), m_shape.isLinear}, {QStringLiteral("loss"), lossName(m_loss)}, {QStringLiteral("count"), m_shape.isCount},
                            {QStringLiteral("takesSeason"), m_takesSeason}, {QStringLiteral("originalScale"), m_isOriginalScale},
                            {QStringLiteral("series"), m_series}, {QStringLiteral("windows"), m_windows}, {QStringLiteral("epochs"), m_epochs},
                            {QStringLiteral("members"), int(m_members.size())}, {QStringLiteral("widening"), toJsonArray(widening)},
                            {QStringLiteral("wideningUnit"), m_calibration.isOfWidths ? QStringLiteral("width") : QStringLiteral("change")},
                            {QStringLiteral("entities"), entities}};
    m_coding.saveTo(state);
    if (m_base)
        state.insert(QStringLiteral("base"), pooledFitJson(*m_base));
    std::vector<Tensor> tensors;
    for (size_t m = 0; m < m_members.size(); ++m)
        for (Tensor &tensor : m_members[m]->tensors()) {
            tensor.name = std::to_string(m) + '.' + tensor.name;
            tensors.push_back(std::move(tensor));
        }
    return {state, encodeWeights(tensors)};
}

Result<std::shared_ptr<const GlobalNetwork>> GlobalNetwork::restored(const SavedModel &saved, const ModelSpec &spec, Cell cell)
{
    StateReader state(saved.state);
    constexpr int most = std::numeric_limits<int>::max();
    auto network = std::make_shared<GlobalNetwork>();
    network->m_shape = {state.integer("lookback", 1, 100'000), state.integer("segment", 1, 100'000), state.integer("horizon", 1, 100'000),
                        state.integer("season", 1, 1'000'000), state.integer("pairs", 0, 100), state.boolean("linear")};
    network->m_shape.isCount = state.boolean("count");
    const bool isCodingWhole = network->m_coding.restore(saved.state);
    network->shapeBeside();
    network->m_shape.hasBase = saved.state.contains(QStringLiteral("base"));
    if (network->m_shape.hasBase)
        network->m_base = pooledFitFrom(saved.state[QStringLiteral("base")].toObject());
    const Result<Loss> loss = globalLossFromName(saved.state[QStringLiteral("loss")].toString());
    network->m_takesSeason = state.boolean("takesSeason");
    network->m_isOriginalScale = state.boolean("originalScale");
    network->m_series = state.integer("series", 0, most);
    network->m_windows = state.integer("windows", 0, most);
    network->m_epochs = state.integer("epochs", 0, most);
    const int members = state.integer("members", 1, 100);
    const std::vector<double> widening = state.numbers("widening");
    if (const Result<void> outcome = state.outcome(); !outcome)
        return fail(outcome.error());
    if (!loss || !isCodingWhole || (network->m_shape.hasBase && !network->m_base))
        return fail(damagedNetwork());
    network->m_loss = *loss;
    const QJsonObject entities = saved.state[QStringLiteral("entities")].toObject();
    for (auto it = entities.begin(); it != entities.end(); ++it)
        network->m_entities.insert(it.key(), it.value().toInt());
    network->m_shape.hasEntities = !entities.isEmpty();
    if (widening.size() != 3 * calibratedLevels.size() || network->m_shape.lookback % network->m_shape.segment != 0)
        return fail(damagedNetwork());
    for (size_t i = 0; i < widening.size(); ++i)
        network->m_calibration.widening[i / 3][i % 3] = widening[i];
    network->m_calibration.isOfWidths = saved.state[QStringLiteral("wideningUnit")].toString() != u"change";
    Result<std::vector<Tensor>> tensors = decodeWeights(saved.weights);
    if (!tensors)
        return fail(tensors.error());
    if (tensors->size() % size_t(members) != 0)
        return fail(damagedNetwork());
    const size_t each = tensors->size() / size_t(members);
    for (int m = 0; m < members; ++m) {
        if (const Result<void> added = network->addMember(answeringEngine(spec.engine), spec, cell, 1); !added)
            return fail(added.error());
        std::vector<Tensor> own(tensors->begin() + std::ptrdiff_t(size_t(m) * each), tensors->begin() + std::ptrdiff_t(size_t(m + 1) * each));
        for (Tensor &tensor : own)
            tensor.name.erase(0, tensor.name.find('.') + 1);
        if (const Result<void> set = network->m_members.back()->setTensors(own); !set)
            return fail(set.error());
    }
    return network;
}

} // namespace foretrail
