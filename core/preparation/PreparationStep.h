#pragma once

#include "core/base/Uncopied.h"
#include "core/jobs/JobContext.h"
#include "core/preparation/Frame.h"
#include "core/preparation/StepInfo.h"
#include "core/preparation/Surroundings.h"

namespace foretrail {

/// An error that a parameter of the step is to blame for, and the way back from such an error to the parameter (empty: none).
Error problemWith(const char *parameter, const QString &message);
QString blamedParameter(const Error &error);

/// A path of values ahead with the edges of its bands, all of one length.
struct Fan {
    std::vector<double> middle;
    std::vector<std::vector<double>> edges;
};

/// A step at work on one series: made by the registry from checked parameters, run once, then asked to lead forecasts back.
class PreparationStep : Uncopied {
public:
    virtual ~PreparationStep() = default;

    /// Learns from the training part of `frame` and changes the frame: a statistic, a fill or a limit inside the training
    /// part never depends on what follows it. Counts stand in frame.marks. An Error names the parameter where one is to blame.
    virtual Result<void> run(Frame &frame, const Surroundings &surroundings) = 0;

    /// Leads values that follow `before` (the target as it came into this step) back to the scale of `before`.
    virtual void invert(std::vector<double> &ahead, Values before) const { Q_UNUSED(ahead) Q_UNUSED(before) }
    /// The same for bands: each line by itself, which is right for steps that work value by value and keep the order.
    virtual void invertFan(Fan &fan, Values before) const;

    /// What was learnt, in numbers: exported, compared by the proof that nothing leaks. Empty where nothing is learnt.
    virtual QJsonObject statistics() const { return {}; }
    /// One sentence for people with what was learnt or done; may be empty.
    virtual QString finding() const { return {}; }
};

} // namespace foretrail
