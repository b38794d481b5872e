// How long models of buyers take to learn from 100,000 users who were drawn by each of them, and what is said of as many.
#include "core/behaviour/CustomerModel.h"
#include "tests/core/behaviour/SimulatedBuyers.h"

#include <QElapsedTimer>

#include <cstdio>
#include <ctime>

using namespace foretrail;
using namespace foretrail::test;

int main()
{
    const BuyerUnit week{QStringLiteral("week"), 7};
    for (const QString &name : buyerModelNames()) {
        const bool isPareto = name == QStringLiteral("pareto-nbd");
        const BuyerParameters truth = isPareto ? BuyerParameters{0.7, 5, 0.8, 12} : BuyerParameters{0.6, 5, 0.9, 2.5};
        std::vector<BuyerHistory> histories = historiesOf(simulatedBuyers(name, truth, 100'000, 13, 52, 26, 1));
        const auto toDays = [](double weeks) { return std::floor(weeks * 7) / 7; };
        for (BuyerHistory &history : histories) // as a shop has them
            history.lastAt = toDays(history.lastAt), history.observed = toDays(history.observed) + 1.0 / 7;
        JobContext job;
        QElapsedTimer timer;
        timer.start();
        const std::clock_t began = std::clock();
        const std::vector<BuyerGroup> groups = buyerGroups(histories);
        const Result<BuyerFit> fit = fitBuyers(**buyerModel(name), groups, week, 0, job);
        const double fitting = double(timer.restart()) / 1000;
        const double work = double(std::clock() - began) / CLOCKS_PER_SEC;
        if (!fit)
            return std::fprintf(stderr, "%s\n", qPrintable(fit.error().message)), 1;
        const CustomerModel model{*fit, {}, {}, {}};
        double expected = 0;
        for (const BuyerHistory &history : histories)
            expected += CustomerOracle::of(model)->outlook(history, {}, 91).purchases.value;
        std::printf("%-10s %.2f s (%.2f s of the processor) to learn from 100,000 users (%zu different histories), %.2f s to say of each with intervals; "
                    "%.4f %.4f %.4f %.4f for %.4f %.4f %.4f %.4f\n", qPrintable(name), fitting, work, groups.size(), double(timer.elapsed()) / 1000,
                    fit->parameters[0], fit->parameters[1], fit->parameters[2], fit->parameters[3], truth[0], truth[1], truth[2], truth[3]);
        if (!(expected > 0))
            return 1;
    }
}
