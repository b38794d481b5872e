#include "core/preparation/FrameTools.h"
#include "core/preparation/RecipeHolidays.h"
#include "core/preparation/steps/Steps.h"
#include "core/series/CalendarFeatures.h"
#include "core/series/Fourier.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace foretrail {

namespace {

struct CalendarColumnsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::CalendarColumns)
};

/// Parts of time as recipes call them, and as people do.
QList<ParameterChoice> partChoices()
{
    return {{QStringLiteral("hour"), CalendarColumnsText::tr("hour of the day")}, {QStringLiteral("weekday"), CalendarColumnsText::tr("weekday")},
            {QStringLiteral("positioninweek"), CalendarColumnsText::tr("place in the week")}, {QStringLiteral("dayofmonth"), CalendarColumnsText::tr("day of the month")},
            {QStringLiteral("month"), CalendarColumnsText::tr("month")}, {QStringLiteral("dayofyear"), CalendarColumnsText::tr("day of the year")},
            {QStringLiteral("weekofyear"), CalendarColumnsText::tr("week of the year")}, {QStringLiteral("isweekend"), CalendarColumnsText::tr("weekend")},
            {QStringLiteral("age"), CalendarColumnsText::tr("age of the series")}};
}

QString titleOfPart(const QString &part)
{
    const QList<ParameterChoice> choices = partChoices();
    const auto at = std::find_if(choices.begin(), choices.end(), [&](const ParameterChoice &choice) { return choice.name == part; });
    return at == choices.end() ? part : at->title;
}

void append(Frame &frame, std::vector<FeatureColumn> columns)
{
    std::move(columns.begin(), columns.end(), std::back_inserter(frame.columns));
}

/// What comes once a year cannot be told from a trend before it has come twice.
bool coversTwoYears(const Frame &frame)
{
    const auto dateOf = [&](qint64 index) { return QDateTime::fromMSecsSinceEpoch(frame.target.timeAt(index), Qt::UTC).date(); };
    return frame.target.axis.hasCalendar() && dateOf(0).addYears(2) <= dateOf(frame.fitLength);
}

class TimeEncodingStep : public PreparationStep {
public:
    explicit TimeEncodingStep(const StepParameters &parameters) : m_parts(parameters.texts("parts")) {}

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        QStringList used = m_parts;
        if (!coversTwoYears(frame))
            for (const QString &part : {QStringLiteral("month"), QStringLiteral("dayofyear"), QStringLiteral("weekofyear")})
                if (used.removeAll(part) > 0)
                    m_leftOut << titleOfPart(part);
        append(frame, timeEncoding(frame.target.axis, frame.size() + frame.ahead, used));
        return {};
    }

    QString finding() const override
    {
        return m_leftOut.isEmpty() ? QString() : CalendarColumnsText::tr("Left out, since less than two years are there to learn it from: %1.").arg(m_leftOut.join(QStringLiteral(", ")));
    }

private:
    const QStringList m_parts;
    QStringList m_leftOut;
};

class FourierStep : public PreparationStep {
public:
    explicit FourierStep(const StepParameters &parameters) : m_periods(parameters.wholes("periods")), m_pairs(parameters.whole("pairs")) {}

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        std::vector<int> periods = m_periods;
        if (periods.empty() && frame.season > 1)
            periods = {frame.season};
        if (periods.empty())
            return fail(problemWith("periods", CalendarColumnsText::tr("This series has no usual season. Give the length of one.")));
        for (const int period : periods) {
            const int most = std::min(period / 2, mostPairs);
            const int pairs = m_pairs > 0 ? std::min(m_pairs, most) : fourierPairsByAicc(frame.training(), period, most);
            m_found << QLocale().toString(pairs);
            if (m_pairs > most)
                m_capped << (period / 2 < mostPairs ? CalendarColumnsText::tr("a season of %1 has %2 at most").arg(QLocale().toString(period), QLocale().toString(most))
                                                    : CalendarColumnsText::tr("of a season of %1 no more than %2 are made").arg(QLocale().toString(period), QLocale().toString(most)));
            append(frame, wavesOf(period, pairs, frame));
        }
        return {};
    }

    QJsonObject statistics() const override { return {{QStringLiteral("pairs"), QJsonArray::fromStringList(m_found)}}; }
    QString finding() const override
    {
        const QString pairs = CalendarColumnsText::tr("Pairs: %1.").arg(m_found.join(QStringLiteral(", ")));
        return m_capped.isEmpty() ? pairs : CalendarColumnsText::tr("%1 Fewer than asked for: %2.").arg(pairs, m_capped.join(QStringLiteral("; ")));
    }

private:
    /// Places count from 1970, so that a wave does not depend on where the series begins.
    static std::vector<FeatureColumn> wavesOf(int period, int pairs, const Frame &frame)
    {
        std::vector<FeatureColumn> columns;
        for (int i = 0; i < fourierTermCount(period, pairs); ++i)
            columns.push_back({QStringLiteral("wave %1 of %2").arg(i + 1).arg(period), {}, true});
        const qint64 first = frame.target.axis.hasCalendar() ? -frame.target.axis.indexOf(floorToStep(0, frame.target.axis.step)) : frame.target.axis.start;
        for (qint64 t = 0; t < frame.size() + frame.ahead; ++t) {
            const std::vector<double> terms = fourierTerms(period, pairs, double(first + t));
            for (size_t i = 0; i < columns.size(); ++i)
                columns[i].values.push_back(terms[i]);
        }
        return columns;
    }

    static constexpr int mostPairs = 10;
    const std::vector<int> m_periods;
    const int m_pairs;
    QStringList m_found;
    QStringList m_capped; ///< why a period got fewer than was asked for
};

/// Holidays of a region and of the user's own list.
class HolidayStep : public PreparationStep {
public:
    explicit HolidayStep(const StepParameters &parameters)
        : m_region(parameters.text("region")), m_own(parameters.texts("own")), m_lead(parameters.whole("lead")), m_lag(parameters.whole("lag")),
          m_isEach(parameters.flag("each"))
    {
    }

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        if (!frame.target.axis.hasCalendar())
            return fail(problemWith("region", CalendarColumnsText::tr("This series has no calendar, so it has no holidays. Remove the step.")));
        const qint64 count = frame.size() + frame.ahead;
        append(frame, holidayFeatures(frame.target.axis, count, listedHolidays(m_region, m_own, frame.target.axis, count), m_lead, m_lag, m_isEach));
        return {};
    }

private:
    const QString m_region;
    const QStringList m_own;
    const int m_lead, m_lag;
    const bool m_isEach;
};

ParameterInfo partsParameter()
{
    ParameterInfo parts{QStringLiteral("parts"), CalendarColumnsText::tr("Parts"), CalendarColumnsText::tr("Each becomes a sine and a cosine, so that the end of a cycle lies beside its start. What comes once a year counts from two years of training on."), ParameterType::Choices,
                        QJsonArray{QStringLiteral("weekday"), QStringLiteral("month")}};
    parts.choices = partChoices();
    return parts;
}

} // namespace

void addTimeEncodingStep(StepRegistry &registry)
{
    registry.add({QStringLiteral("time-encoding"), StepGroup::Feature, CalendarColumnsText::tr("Time encoding"),
                  CalendarColumnsText::tr("The calendar as columns, known for every step ahead."), {partsParameter()}},
                 [](const StepParameters &parameters) { return std::make_unique<TimeEncodingStep>(parameters); });
}

void addFourierStep(StepRegistry &registry)
{
    registry.add({QStringLiteral("fourier"), StepGroup::Feature, CalendarColumnsText::tr("Fourier terms"),
                  CalendarColumnsText::tr("Smooth seasons as pairs of sine and cosine; few pairs for a soft wave, more for sharp ones."),
                  {{QStringLiteral("periods"), CalendarColumnsText::tr("Periods"), CalendarColumnsText::tr("Season lengths in steps, for example 7, 365. Empty: the usual one."), ParameterType::Wholes, QJsonArray{}, 2, 100'000},
                   {QStringLiteral("pairs"), CalendarColumnsText::tr("Pairs"), CalendarColumnsText::tr("For each period. Automatic: by AICc on the training part."), ParameterType::Whole, 0, 0, 50, CalendarColumnsText::tr("automatic")}}},
                 [](const StepParameters &parameters) { return std::make_unique<FourierStep>(parameters); });
}

void addHolidayStep(StepRegistry &registry)
{
    ParameterInfo region{QStringLiteral("region"), CalendarColumnsText::tr("Region"), CalendarColumnsText::tr("Public holidays and shopping days."), ParameterType::Choice, QStringLiteral("uk")};
    region.choices = {{QStringLiteral("cn"), CalendarColumnsText::tr("China")}, {QStringLiteral("uk"), CalendarColumnsText::tr("United Kingdom")}, {QStringLiteral("us"), CalendarColumnsText::tr("United States")},
                      {QStringLiteral("none"), CalendarColumnsText::tr("only own days")}};
    registry.add({QStringLiteral("holidays"), StepGroup::Feature, CalendarColumnsText::tr("Holidays"),
                  CalendarColumnsText::tr("Holidays, with days before and after them, as columns of 0 and 1; in weeks and months their number."),
                  {region,
                   {QStringLiteral("own"), CalendarColumnsText::tr("Own days"), CalendarColumnsText::tr("Sales and events of the shop, such as 2011-11-25 or 2011-12-24/2011-12-26 Christmas sale. With one column each, days of one name make one."), ParameterType::Dates, QJsonArray{}},
                   {QStringLiteral("lead"), CalendarColumnsText::tr("Days before"), CalendarColumnsText::tr("Each day before a holiday becomes a column."), ParameterType::Whole, 2, 0, 30},
                   {QStringLiteral("lag"), CalendarColumnsText::tr("Days after"), CalendarColumnsText::tr("Each day after a holiday becomes a column."), ParameterType::Whole, 1, 0, 30},
                   {QStringLiteral("each"), CalendarColumnsText::tr("One column each"), CalendarColumnsText::tr("Every holiday by itself in place of all together."), ParameterType::Flag, false}}},
                 [](const StepParameters &parameters) { return std::make_unique<HolidayStep>(parameters); });
}

} // namespace foretrail
