// The engine's own matrix products beside plain sums in double precision, for each instruction set that this processor has. The values are
// small whole numbers, whose sums are exact in single precision too, in whatever order: not one element may differ.
#include "core/neural/engine/NeuralEngines.h"
#include "core/neural/engine/Products.h"
#include "tests/support/TestSupport.h"

#include <functional>
#include <random>

using namespace foretrail::neural;

namespace {

constexpr size_t extents[] = {1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 63, 64, 65, 70};
constexpr float untouched = 12345.0F;

std::vector<float> wholeNumbers(size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<float> values(count);
    for (float &value : values)
        value = float(int(random() % 17) - 8);
    return values;
}

struct Shape {
    size_t rows, columns, depth;
};

/// Element by element, with what it begins with; left may lie as [depth][rows].
std::vector<double> sums(const Shape &shape, const std::vector<float> &left, bool isTurned, const std::vector<float> &right)
{
    std::vector<double> result(shape.rows * shape.columns, 0.0);
    for (size_t r = 0; r < shape.rows; ++r)
        for (size_t c = 0; c < shape.columns; ++c)
            for (size_t k = 0; k < shape.depth; ++k)
                result[r * shape.columns + c] += double(left[isTurned ? k * shape.rows + r : r * shape.depth + k]) * double(right[k * shape.columns + c]);
    return result;
}

/// The first element that differs from the sums and what they begin with, or that something was written behind the end.
QString problem(const char *what, const char *set, const Shape &shape, const std::vector<float> &out, const std::vector<double> &sums,
                const std::function<double(size_t)> &start)
{
    const QString where = QStringLiteral("%1, %2: %3 x %4 x %5").arg(QLatin1String(set), QLatin1String(what)).arg(shape.rows).arg(shape.columns).arg(shape.depth);
    for (size_t i = 0; i < sums.size(); ++i)
        if (double(out[i]) != start(i) + sums[i])
            return QStringLiteral("%1, element %2: %3 is not %4").arg(where).arg(i).arg(double(out[i])).arg(start(i) + sums[i]);
    for (size_t i = sums.size(); i < out.size(); ++i)
        if (out[i] != untouched)
            return where + QStringLiteral(", behind the end");
    return {};
}

std::vector<float> roomFor(const Shape &shape) { return std::vector<float>(shape.rows * shape.columns + 64, untouched); }

QString packedProblem(const Kernels &loops, const Shape &shape, bool isTurned)
{
    const std::vector<float> left = wholeNumbers(shape.rows * shape.depth, 1);
    const std::vector<float> right = wholeNumbers(shape.depth * shape.columns, 2);
    const std::vector<float> row = wholeNumbers(shape.columns, 3);
    const std::vector<double> expected = sums(shape, left, false, right);
    std::vector<float> turned(right.size());
    for (size_t k = 0; k < shape.depth; ++k)
        for (size_t c = 0; c < shape.columns; ++c)
            turned[c * shape.depth + k] = right[k * shape.columns + c];
    RightMatrix matrix(loops, shape.depth, shape.columns);
    matrix.set(isTurned ? turned.data() : right.data(), isTurned);
    std::vector<float> out = roomFor(shape);
    matrix.multiply(left.data(), out.data(), shape.rows);
    if (const QString off = problem("product", loops.name, shape, out, expected, [](size_t) { return 0.0; }); !off.isEmpty())
        return off;
    std::vector<float> twice = out;
    matrix.add(left.data(), twice.data(), shape.rows);
    if (const QString off = problem("added", loops.name, shape, twice, expected, [&](size_t i) { return double(out[i]); }); !off.isEmpty())
        return off;
    matrix.multiplyOnto(row.data(), left.data(), out.data(), shape.rows);
    return problem("onto a row", loops.name, shape, out, expected, [&](size_t i) { return double(row[i % shape.columns]); });
}

QString transposedProblem(const Kernels &loops, const Shape &shape)
{
    const std::vector<float> left = wholeNumbers(shape.rows * shape.depth, 4);
    const std::vector<float> right = wholeNumbers(shape.depth * shape.columns, 5);
    std::vector<float> out = roomFor(shape);
    transposedProductOf(loops, left.data(), right.data(), out.data(), shape.rows, shape.columns, shape.depth);
    return problem("transposed", loops.name, shape, out, sums(shape, left, true, right), [](size_t) { return 0.0; });
}

} // namespace

class TestProducts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalSums_data()
    {
        QTest::addColumn<int>("set");
        const Kernels *sets[3] = {};
        const size_t count = kernelSets(sets, 3);
        for (size_t i = 0; i < count; ++i)
            if (sets[i]->products.panel > 0 || foretrail::neuralEngine())
                QTest::newRow(sets[i]->name) << int(i);
    }
    void equalSums()
    {
        QFETCH(int, set);
        const Kernels *sets[3] = {};
        kernelSets(sets, 3);
        const Kernels &loops = *sets[set];
        for (const size_t rows : extents)
            for (const size_t columns : extents)
                for (const size_t depth : extents) {
                    const Shape shape{rows, columns, depth};
                    const QString off = packedProblem(loops, shape, (rows + columns + depth) % 2 == 1);
                    QVERIFY2(off.isEmpty(), qPrintable(off));
                    const QString offTransposed = transposedProblem(loops, shape);
                    QVERIFY2(offTransposed.isEmpty(), qPrintable(offTransposed));
                }
        // Deeper and longer than what goes through at once.
        for (const Shape &shape : {Shape{130, 70, 600}, Shape{1, 256, 257}, Shape{257, 97, 515}, Shape{66, 9, 1000}}) {
            const QString off = packedProblem(loops, shape, true) + transposedProblem(loops, shape);
            QVERIFY2(off.isEmpty(), qPrintable(off));
        }
    }
    // A row alone goes another way than one of many.
    void rowsStandAlone()
    {
        const Kernels &loops = kernels();
        constexpr size_t rows = 20, columns = 52, depth = 13;
        const std::vector<float> left = wholeNumbers(rows * depth, 6);
        RightMatrix matrix(loops, depth, columns);
        matrix.set(wholeNumbers(depth * columns, 7).data(), false);
        std::vector<float> together(rows * columns), alone(columns);
        if (loops.products.panel == 0 && !foretrail::neuralEngine())
            QSKIP("OpenBLAS is not installed");
        matrix.multiply(left.data(), together.data(), rows);
        for (size_t r = 0; r < rows; ++r) {
            matrix.multiply(left.data() + r * depth, alone.data(), 1);
            for (size_t c = 0; c < columns; ++c)
                QCOMPARE(alone[c], together[r * columns + c]);
        }
    }
};

FORETRAIL_TEST_MAIN(TestProducts, QCoreApplication)
#include "tst_products.moc"
