#include "ui/charts/BesideCurves.h"

#include "core/models/BandLevels.h"
#include "core/models/Intervals.h"
#include "ui/charts/Ticks.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <optional>

namespace foretrail {

namespace {

struct BesideCurvesText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::BesideCurves)
};

std::vector<double> errorsOf(const BesideSet &beside)
{
    std::vector<double> errors{beside.mae};
    for (const BesideForecast &other : beside.others)
        errors.push_back(other.problem.isEmpty() ? other.mae : missing);
    return errors;
}

QString besideName(const BesideSet &beside, size_t place)
{
    return place == 0 ? beside.model : beside.others[qsizetype(place) - 1].name;
}

/// Test part and future as one line; what lies before the axis or between them is a gap.
Curve besideCurve(const BesideForecast &other, int number)
{
    std::vector<double> values = other.test.mean;
    values.resize(size_t(std::max<qint64>(other.futureStart - other.testStart, 0)), missing);
    values.insert(values.end(), other.future.mean.begin(), other.future.mean.end());
    const auto before = std::ptrdiff_t(std::clamp<qint64>(-other.testStart, 0, qint64(values.size())));
    values.erase(values.begin(), values.begin() + before);
    Curve curve{other.name, CurveRole::Other, number, other.testStart + before, shared(std::move(values))};
    return curve;
}

QStringList besideNames(const BesideSet &beside, const std::vector<size_t> &places)
{
    QStringList names;
    for (const size_t place : places)
        names += besideName(beside, place);
    return names;
}

/// The nearest of those that are not closest; none where all are.
std::optional<size_t> nextOf(const std::vector<double> &errors, const std::vector<size_t> &closest)
{
    std::optional<size_t> next;
    for (size_t i = 0; i < errors.size(); ++i)
        if (std::isfinite(errors[i]) && std::find(closest.begin(), closest.end(), i) == closest.end() && (!next || errors[i] < errors[*next]))
            next = i;
    return next;
}

BandArea bandArea(Band band, qint64 offset, qint64 count)
{
    band.low.resize(std::min(band.low.size(), size_t(count)));
    band.high.resize(std::min(band.high.size(), size_t(count)));
    return {band.level, offset, std::move(band.low), std::move(band.high)};
}

} // namespace

QList<BesideChoice> closestChoices(const BesideSet &beside)
{
    QList<BesideChoice> choices;
    for (const size_t place : closestOf(errorsOf(beside)))
        if (place > 0)
            choices += beside.others[qsizetype(place) - 1].choice;
    return choices;
}

QString closestSentence(const BesideSet &beside)
{
    if (std::none_of(beside.others.begin(), beside.others.end(), [](const BesideForecast &other) { return other.problem.isEmpty(); }))
        return {};
    const std::vector<double> errors = errorsOf(beside);
    if (std::isnan(errors.front()))
        return BesideCurvesText::tr("Without a test part nothing says which forecast is closest.");
    const std::vector<size_t> closest = closestOf(errors);
    if (closest.empty())
        return BesideCurvesText::tr("None of the others was tested on the same steps, so none is called closest.");
    const QString least = plainNumber(errors[closest.front()]);
    if (closest.size() > 1)
        return BesideCurvesText::tr("Equally close on the test part: %1 (MAE %2).").arg(besideNames(beside, closest).join(QStringLiteral(", ")), least);
    const size_t next = nextOf(errors, closest).value_or(closest.front());
    const auto compared = std::count_if(errors.begin(), errors.end(), [](double error) { return std::isfinite(error); });
    return BesideCurvesText::tr("Of %1 forecasts %2 is closest on the test part (MAE %3, next %4 with %5).")
        .arg(compared).arg(besideName(beside, closest.front()), least, besideName(beside, next), plainNumber(errors[next]));
}

void addBeside(ChartContent &content, const BesideSet &beside)
{
    const std::vector<size_t> closest = closestOf(errorsOf(beside));
    const auto isClosest = [&closest](size_t place) { return std::find(closest.begin(), closest.end(), place) != closest.end(); };
    for (Curve &curve : content.curves)
        curve.isClosest = curve.role == CurveRole::Forecast && isClosest(0);
    for (qsizetype i = 0; i < beside.others.size(); ++i) {
        if (!beside.others[i].problem.isEmpty())
            continue;
        content.curves.append(besideCurve(beside.others[i], int(i)));
        content.curves.back().isClosest = isClosest(size_t(i) + 1);
    }
    if (const QString sentence = closestSentence(beside); !sentence.isEmpty())
        content.sentence = content.sentence.isEmpty() ? sentence : BesideCurvesText::tr("%1 %2", "two sentences").arg(content.sentence, sentence);
}

void setBandLevel(ChartContent &content, const ForecastOutcome &outcome, const TrainingSpec &spec, double level)
{
    const ForecastLimits limits = isNonNegative(outcome.history.values) ? spec.limits.forNonNegative() : spec.limits;
    content.bands.clear();
    if (const auto band = bandAtLevel(outcome.test, level, limits))
        content.bands += bandArea(*band, outcome.trainLength, outcome.history.size() - outcome.trainLength);
    if (const auto band = bandAtLevel(outcome.future, level, limits))
        content.bands += bandArea(*band, outcome.history.size(), outcome.future.horizon());
}

} // namespace foretrail
