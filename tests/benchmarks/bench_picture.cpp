// From a changed parameter to the picture on the Prepare page: the recipe runs on ten years of days, the charts are drawn anew.
// In the window the first part is a job; here both follow one another, which is what a person waits for.
#include "core/preparation/Presets.h"
#include "ui/RecipeRun.h"
#include "ui/charts/PreparationChart.h"
#include "ui/widgets/BeforeAfterView.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

using namespace foretrail;

namespace {

Series tenYears()
{
    std::mt19937 random(11);
    std::normal_distribution<double> noise(0, 15);
    std::vector<double> values;
    for (int day = 0; day < 3650; ++day)
        values.push_back(day % 7 == 5 ? 0 : std::max(1.0, 200 + 0.02 * day + 60 * std::sin(2 * M_PI * day / 365.25) + 40 * std::sin(2 * M_PI * day / 7) + noise(random)));
    return {QStringLiteral("total"), {}, {}, {Step::Day, *parseWallTime(QStringLiteral("2014-01-06"))}, std::move(values)};
}

double milliseconds(const QElapsedTimer &timer) { return double(timer.nsecsElapsed()) * 1e-6; }

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const auto series = std::make_shared<const Series>(tenYears());
    const auto around = std::make_shared<const Surroundings>();
    BeforeAfterView view;
    view.resize(700, 600);
    view.show();
    for (const Preset &preset : presets()) {
        if (preset.id == u"hourly")
            continue;
        std::vector<double> prepared, all;
        for (int round = 0; round < 12; ++round) {
            Recipe recipe = preset.recipe;
            for (RecipeStep &step : recipe.steps)
                if (step.kind == u"outliers")
                    step.parameters.insert(QStringLiteral("width"), 2 + 0.1 * round); // as the slider moves
            JobContext job;
            QElapsedTimer timer;
            timer.start();
            const PreparedPicture picture = prepareForPicture(recipe, series, around, job);
            prepared.push_back(milliseconds(timer));
            if (!picture.done || picture.done->stages().empty()) {
                std::printf("%s: %s\n", qPrintable(preset.id), picture.problems.isEmpty() ? qPrintable(picture.error) : qPrintable(picture.problems.front().message));
                return 1;
            }
            const Stage &stage = picture.done->stages()[picture.done->stages().size() / 2];
            view.setPicture(stepPicture(stage, {QStringLiteral("Step"), StepGroup::Cleaning, QStringLiteral("Value"), {}, {}, {}}));
            view.grab();
            all.push_back(milliseconds(timer));
        }
        std::sort(prepared.begin(), prepared.end());
        std::sort(all.begin(), all.end());
        std::printf("%s: recipe %.1f ms, with the picture %.1f ms (median), %.1f ms at worst\n", qPrintable(preset.id), prepared[prepared.size() / 2],
                    all[all.size() / 2], all.back());
    }
    return 0;
}
