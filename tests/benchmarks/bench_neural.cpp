// How fast networks learn and answer. It serves neural.py, which asks in turns with python3-torch: each line read from stdin is
//     train|predict MODEL WORKERS        article | global (see shapes below)
// and is answered by windows a second, over half a second or more. Two more tell what the matrix products of one thread reach, for each shape
// whichever is faster, OpenBLAS or the engine's own, or OpenBLAS alone:
//     products|openblas MODEL            windows a second if nothing but its products took time
#include "core/neural/engine/Blas.h"
#include "core/neural/engine/NeuralEngines.h"
#include "core/neural/engine/Products.h"
#include "core/neural/interface/TrainingRun.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cmath>
#include <cstdio>
#include <iostream>
#include <map>

using namespace foretrail;

namespace {

constexpr double shortest = 0.5; ///< seconds

struct Model {
    NetworkShape shape;
    int lookback = 30;
    int batch = 32;
    int windows = 1600;
    int chunk = 16; ///< rows that go through together
};

const std::map<std::string, Model> models{{"article", {{Cell::Lstm, 1, 3, 64, 0.2, 1}, 30, 32, 1600, 16}},
                                          {"global", {{Cell::Lstm, 8, 1, 64, 0.0, 28}, 28, 256, 5120, 32}}};

WindowSet sineWindows(const Model &model, int count)
{
    WindowSet windows{count, model.lookback, model.shape.features, {}, {}};
    for (int i = 0; i < count; ++i) {
        for (int t = 0; t < model.lookback * model.shape.features; ++t)
            windows.inputs.push_back(float(0.5 + 0.4 * std::sin(0.3 * (i + t))));
        for (int o = 0; o < model.shape.outputs; ++o)
            windows.targets.push_back(float(0.5 + 0.4 * std::sin(0.3 * (i + model.lookback + o))));
    }
    return windows;
}

double rateOf(qint64 each, const std::function<bool()> &work)
{
    QElapsedTimer timer;
    timer.start();
    qint64 done = 0;
    do {
        if (!work())
            return 0;
        done += each;
    } while (double(timer.nsecsElapsed()) * 1e-9 < shortest);
    return double(done) / (double(timer.nsecsElapsed()) * 1e-9);
}

double trainingRate(NeuralEngine &engine, const Model &model, int workers)
{
    const WindowSet set = sineWindows(model, model.windows);
    const StoredWindows windows(set);
    const auto network = engine.create(model.shape, 1);
    TrainingSettings settings;
    settings.batch = model.batch;
    settings.workers = workers;
    const auto trainer = network->trainer(windows, settings);
    JobContext job;
    (void)trainer->runEpoch(job); // buffers, and the trial of the workers
    return rateOf(model.windows, [&] { return trainer->runEpoch(job).has_value(); });
}

double predictionRate(NeuralEngine &engine, const Model &model)
{
    const WindowSet set = sineWindows(model, 1);
    const StoredWindows window(set);
    const auto network = engine.create(model.shape, 1);
    return rateOf(50, [&] {
        for (int i = 0; i < 50; ++i)
            if (!network->predict(window))
                return false;
        return true;
    });
}

template<class Product>
double secondsOf(const Product &product)
{
    constexpr int each = 20;
    return 1 / rateOf(each, [&] {
        for (int i = 0; i < each; ++i)
            product();
        return true;
    });
}

/// One product of these sizes, that of a chunk that is `count` times needed.
struct Shape {
    size_t rows, columns, depth;
    bool isTransposed = false;
    double count = 1;
};

double secondsOf(const Shape &shape, bool ownCount)
{
    std::vector<float> a(shape.rows * shape.depth, 0.5F), b(shape.depth * shape.columns, 0.25F), c(shape.rows * shape.columns, 0.0F);
    const neural::Kernels &loops = neural::kernels();
    const auto product = shape.isTransposed ? &neural::Blas::transposedProduct : &neural::Blas::product;
    const double blas = secondsOf([&] { product(a.data(), b.data(), c.data(), shape.rows, shape.columns, shape.depth, shape.isTransposed ? 0 : 1); });
    if (!ownCount || loops.products.panel == 0)
        return shape.count * blas;
    neural::RightMatrix right(loops, shape.depth, shape.columns);
    right.set(b.data(), false);
    const double own = shape.isTransposed
        ? secondsOf([&] { neural::transposedProductOf(loops, a.data(), b.data(), c.data(), shape.rows, shape.columns, shape.depth); })
        : secondsOf([&] { right.add(a.data(), c.data(), shape.rows); });
    return shape.count * std::min(blas, own);
}

/// Products of one chunk, forward and back: of the inputs, of the states step by step, and of the gradients of both.
double productRate(const Model &model, bool ownCount)
{
    const auto rows = size_t(model.chunk), units = size_t(model.shape.units), width = 4 * units, steps = size_t(model.lookback);
    const auto features = size_t(model.shape.features);
    const double layers = model.shape.layers, above = layers - 1;
    std::vector<Shape> shapes{{rows, width, units, false, layers * double(steps - 1)}, {rows, units, width, false, layers * double(steps - 1)},
                              {width, units, rows * (steps - 1), true, layers}};
    if (above > 0)
        for (const Shape &shape : {Shape{rows * steps, width, units, false, above}, Shape{width, units, rows * steps, true, above}, Shape{rows * steps, units, width, false, above}})
            shapes.push_back(shape);
    if (features > 1)
        for (const Shape &shape : {Shape{rows * steps, width, features, false, 1}, Shape{width, features, rows * steps, true, 1}})
            shapes.push_back(shape);
    double seconds = 0;
    for (const Shape &shape : shapes)
        seconds += secondsOf(shape, ownCount);
    return double(rows) / seconds;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto engine = neuralEngine();
    if (!engine) {
        std::fprintf(stderr, "%s\n", qPrintable(engine.error().message));
        return 1;
    }
    std::printf("%s\n", (*engine)->description().c_str());
    std::fflush(stdout);
    std::string what, name;
    while (std::cin >> what >> name) {
        const Model &model = models.at(name);
        double rate = 0;
        int workers = 1;
        if (what == "train" && std::cin >> workers)
            rate = trainingRate(**engine, model, workers);
        else if (what == "predict")
            rate = predictionRate(**engine, model);
        else if (what == "products" || what == "openblas")
            rate = productRate(model, what == "products");
        std::printf("%.0f\n", rate);
        std::fflush(stdout);
    }
    return 0;
}
