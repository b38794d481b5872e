#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"
#include "core/series/TradingWeek.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct StockoutsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::StockoutStep)
};

constexpr double rareRun = 0.01; // expected number of runs this long by chance, over the whole training part

/// Runs of zeros too long to be chance become missing: nothing was sold because there was nothing to sell.
class StockoutStep : public PreparationStep {
public:
    explicit StockoutStep(const StepParameters &parameters)
        : m_shortest(parameters.whole("shortest")), m_takesEnd(parameters.flag("end"))
    {
    }

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        if (m_shortest == 0)
            m_shortest = learnt(frame.training());
        const std::vector<double> before = frame.target.values;
        for (qint64 i = 0; i < frame.size(); ++i) {
            if (before[size_t(i)] != 0)
                continue;
            // Inside the training part a run ends where the part ends: what follows is not known there.
            const qint64 end = i < frame.fitLength ? frame.fitLength : frame.size();
            qint64 to = i;
            while (to < end && before[size_t(to)] == 0)
                ++to;
            mark(frame, i, to, to == end);
            i = to - 1;
        }
        return {};
    }

    QJsonObject statistics() const override { return {{QStringLiteral("shortest"), m_shortest}}; }
    QString finding() const override
    {
        if (m_shortest == 1)
            return StockoutsText::tr("Every zero counts as closed or out of stock, since even a quiet step sells far more (%n runs).", nullptr, m_runs);
        return StockoutsText::tr("%n zeros in a row or more count as out of stock (%1 runs).", nullptr, m_shortest).arg(m_runs);
    }

private:
    /// The length at which less than one run in a hundred such series is expected by chance, if zeros came independently; 1 where
    /// zeros are no demand at all.
    static int learnt(Values training)
    {
        if (zerosStandApart(training))
            return 1;
        const auto zeros = std::count(training.begin(), training.end(), 0.0);
        const double share = training.empty() ? 0 : double(zeros) / double(training.size());
        if (share <= 0 || share >= 1)
            return share >= 1 ? int(training.size()) + 1 : 3;
        return std::max(3, int(std::ceil(std::log(rareRun / double(training.size())) / std::log(share))));
    }

    void mark(Frame &frame, qint64 from, qint64 to, bool isAtEnd)
    {
        // At the end a run may be the end of the item itself.
        if (to - from < m_shortest || (isAtEnd && !m_takesEnd))
            return;
        ++m_runs;
        for (qint64 i = from; i < to; ++i)
            change(frame, i, missing);
    }

    int m_shortest;
    const bool m_takesEnd;
    int m_runs = 0;
};

} // namespace

void addStockoutStep(StepRegistry &registry)
{
    StepInfo info{QStringLiteral("stockouts"), StepGroup::Cleaning, StockoutsText::tr("Stock-outs"),
                  StockoutsText::tr("A long run of zeros, or any zero of a shop that always sells something, mostly means that there was nothing to sell, not that nobody wanted it. It becomes missing; let "
                           "\"Missing values\" follow."), {}};
    info.parameters = {
        {QStringLiteral("shortest"), StockoutsText::tr("Shortest run"), StockoutsText::tr("Zeros in a row that count as out of stock. Automatic: each zero where even quiet steps sell far more, else more than chance explains, by the share of zeros."),
         ParameterType::Whole, 0, 0, 100'000, StockoutsText::tr("automatic")},
        {QStringLiteral("end"), StockoutsText::tr("Also at the end"), StockoutsText::tr("A run that lasts to the end may be the end of the item itself."), ParameterType::Flag, false}};
    registry.add(info, [](const StepParameters &parameters) { return std::make_unique<StockoutStep>(parameters); });
}

} // namespace foretrail
