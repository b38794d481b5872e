#include "core/preparation/ColumnRequest.h"
#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

namespace foretrail {

namespace {

struct JoinText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::JoinStep)
};

/// Other series on the time axis of this one: prices, promotions, counts of views.
class JoinStep : public PreparationStep {
public:
    explicit JoinStep(const StepParameters &parameters) : m_columns(parameters.objects("columns")), m_fillsZero(parameters.text("gaps") == u"zero") {}

    Result<void> run(Frame &frame, const Surroundings &surroundings) override
    {
        for (const QJsonObject &object : m_columns) {
            const Result<ColumnRequest> request = columnRequestFrom(object);
            if (!request)
                return fail(problemWith("columns", request.error().message));
            const auto found = surroundings.columns.constFind(request->id());
            if (found == surroundings.columns.constEnd())
                return fail(problemWith("columns", JoinText::tr("Column %1 (%2) is not in the data. %3 Choose another, or remove it.")
                                                       .arg(request->name, request->key, surroundings.missingColumns.value(request->id())).simplified()));
            if (const Result<void> joined = join(frame, *request, *found); !joined)
                return joined;
        }
        return {};
    }

private:
    Result<void> join(Frame &frame, const ColumnRequest &request, const JoinedSeries &other) const
    {
        const TimeAxis &axis = frame.target.axis;
        if (other.series.axis.step != axis.step)
            return fail(problemWith("columns", JoinText::tr("Column %1 has steps of a %2, the series of a %3. Both must have the same.")
                                                   .arg(request.name, stepName(other.series.axis.step), stepName(axis.step))));
        FeatureColumn column{request.name, std::vector<double>(size_t(frame.size() + frame.ahead), missing), request.isKnownAhead};
        double last = missing;
        // What is not known ahead is seen one step late: of a step, only the one before it is known.
        const qint64 late = request.isKnownAhead ? 0 : 1;
        for (qint64 t = 0; t < qint64(column.values.size()); ++t) {
            const qint64 place = other.series.axis.indexOf(axis.timeAt(t - late));
            const bool isThere = place >= 0 && place < other.series.size() && t - late < (request.isKnownAhead ? t + 1 : frame.size());
            const double value = isThere ? other.series.values[size_t(place)] : missing;
            last = std::isnan(value) ? (m_fillsZero ? 0.0 : last) : value;
            column.values[size_t(t)] = last;
        }
        frame.columns.push_back(std::move(column));
        return {};
    }

    const QList<QJsonObject> m_columns;
    const bool m_fillsZero;
};

} // namespace

void addJoinStep(StepRegistry &registry)
{
    ParameterInfo gaps{QStringLiteral("gaps"), JoinText::tr("Where it is missing"), JoinText::tr("What stands where the other series has no value."), ParameterType::Choice, QStringLiteral("previous")};
    gaps.choices = {{QStringLiteral("previous"), JoinText::tr("its last value")}, {QStringLiteral("zero"), JoinText::tr("zero")}};
    registry.add({QStringLiteral("join"), StepGroup::Feature, JoinText::tr("Other series"),
                  JoinText::tr("Prices, promotions, weather or counts of views as columns beside the series. What is not known ahead is seen one step late."),
                  {{QStringLiteral("columns"), JoinText::tr("Columns"), JoinText::tr("The series that join."), ParameterType::Columns, QJsonArray{}}, gaps}},
                 [](const StepParameters &parameters) { return std::make_unique<JoinStep>(parameters); });
}

} // namespace foretrail
