#pragma once

#include "core/data/FactWriter.h"
#include "core/training/TrainingSpec.h"
#include "tests/core/models/SomeSeries.h"

#include <QJsonArray>

namespace foretrail::test {

constexpr int pricedDays = 160, pricedAhead = 14;

/// A price of 8, 9 or 10 and a promotion at a fifth of the days, both drawn and known ahead; -300 - 12 price + 25 promotion, a week and
/// noise: below zero, so that no model takes logarithms and the effects are sums.
struct PricedShop {
    std::vector<double> sales, price, promotion;
    PricedShop()
    {
        const double week[] = {0, 2, 4, 6, 4, 2, 0};
        Shares shares(11);
        for (int day = 0; day < pricedDays + pricedAhead; ++day) {
            price.push_back(8 + std::floor(3 * shares.next()));
            promotion.push_back(shares.next() < 0.2 ? 1 : 0);
            if (day < pricedDays)
                sales.push_back(-300 - 12 * price.back() + 25 * promotion.back() + week[day % 7] + 0.3 * shares.shock());
        }
    }
};

inline WallMs pricedStart() { return *parseWallTime(QStringLiteral("2024-01-01")); }

inline Result<void> makePricedShop(Workspace &workspace)
{
    FactWriterOptions options;
    options.file = QStringLiteral("priced.csv");
    options.kind = QStringLiteral("series");
    auto writer = FactWriter::begin(workspace, options);
    if (!writer)
        return fail(writer.error());
    const PricedShop shop;
    for (const auto &[key, values] : {std::pair<std::string, std::vector<double>>("sales", shop.sales), {"price", shop.price}, {"promotion", shop.promotion}})
        for (size_t day = 0; day < values.size(); ++day)
            if (auto stored = (*writer)->addObservation(key, Step::Day, addSteps(pricedStart(), Step::Day, qint64(day)), values[day]); !stored)
                return fail(stored.error());
    JobContext job;
    return (*writer)->commit({}, {}, "sha", job);
}

inline TrainingSpec pricedSpec(const QString &model)
{
    const auto column = [](const QString &key) {
        return QJsonObject{{QStringLiteral("by"), QStringLiteral("series")}, {QStringLiteral("key"), key}, {QStringLiteral("measure"), QStringLiteral("value")},
                           {QStringLiteral("name"), key}, {QStringLiteral("knownAhead"), true}};
    };
    TrainingSpec spec;
    spec.query.by = GroupBy::Series;
    spec.query.measure = Measure::Value;
    spec.query.keys = {QStringLiteral("sales")};
    spec.horizon = pricedAhead;
    spec.split.test = 28;
    spec.model.model = model;
    spec.recipe.name = QStringLiteral("With price and promotion");
    spec.recipe.steps.append({QStringLiteral("join"), true, {{QStringLiteral("columns"), QJsonArray{column(QStringLiteral("price")), column(QStringLiteral("promotion"))}}}});
    return spec;
}

} // namespace foretrail::test
