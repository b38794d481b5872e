// How long trainings take here, as the Train page tells before one starts.
#include "core/training/NetworkCost.h"
#include "ui/pages/TrainPage.h"
#include "ui/widgets/TrainInspector.h"

#include <algorithm>
#include <utility>

namespace foretrail {

/// Until a training here has told better.
void TrainPage::measurePace()
{
    if (std::exchange(m_isPaceAsked, true))
        return;
    session().jobs().start<double>({tr("Measuring how fast a network learns here"), Lane::Read, false}, &measuredPace, this, [this](const Result<double> &pace) {
        if (pace && m_inspector && session().settings().trainingPace() <= 0)
            m_inspector->setPace(*pace);
    });
}

/// The next expected time is by the median epoch of this training; tiny ones tell little of large ones.
void TrainPage::rememberPace(const Training &training)
{
    std::vector<double> seconds;
    for (const EpochRecord &epoch : training.epochs)
        seconds.push_back(epoch.seconds);
    if (seconds.empty() || training.windows == 0)
        return;
    std::ranges::nth_element(seconds, seconds.begin() + std::ptrdiff_t(seconds.size() / 2));
    const double median = seconds[seconds.size() / 2];
    if (median <= 0)
        return;
    const ModelSpec &model = training.spec.model;
    const Step step = training.spec.query.step;
    const ModelInfo *info = modelRegistry().find(model.model);
    const bool isOfMany = info && info->learnsFromPanel;
    constexpr qint64 enough = 1'000'000; // no series is too short for a window
    const NetworkCost cost = isOfMany ? globalNetworkCost(model, step, training.spec.horizon, enough, 1) : networkCost(model, usualFeatures(model, step), 0);
    const double pace = cost.operationsPerWindow * double(training.windows) / median;
    constexpr double tinySeconds = 0.1;
    if (median < tinySeconds && pace < m_inspector->pace())
        return;
    session().settings().setTrainingPace(pace);
    m_inspector->setPace(pace);
}

} // namespace foretrail
