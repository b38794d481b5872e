#include "core/neural/engine/Blas.h"

#include <QtGlobal>

#include <dlfcn.h>

namespace foretrail::neural {
namespace {

// The C interface of BLAS: its enumerations are numbers that all libraries share.
enum { rowMajor = 101, asItIs = 111, transposed = 112 };
using Sgemm = void (*)(int order, int transposeA, int transposeB, int rows, int columns, int depth, float alpha, const float *a, int strideA,
                       const float *b, int strideB, float beta, float *c, int strideC);

struct Library {
    Sgemm sgemm = nullptr;
    void (*setThreads)(int) = nullptr;
    QString description;
    QString problem;
};

Library loaded()
{
    // A preset here would make OpenBLAS use the kernels of an older processor, at half the speed; and it starts its threads on loading.
    qunsetenv("OPENBLAS_CORETYPE");
    const bool hadThreads = qEnvironmentVariableIsSet("OPENBLAS_NUM_THREADS");
    const QByteArray threads = qgetenv("OPENBLAS_NUM_THREADS");
    qputenv("OPENBLAS_NUM_THREADS", "1");
    Library library;
    void *handle = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
    if (hadThreads)
        qputenv("OPENBLAS_NUM_THREADS", threads);
    else
        qunsetenv("OPENBLAS_NUM_THREADS");
    if (!handle) {
        library.problem = QString::fromLocal8Bit(dlerror());
        return library;
    }
    library.sgemm = reinterpret_cast<Sgemm>(dlsym(handle, "cblas_sgemm"));
    library.setThreads = reinterpret_cast<decltype(library.setThreads)>(dlsym(handle, "openblas_set_num_threads"));
    using Text = char *(*)();
    const auto config = reinterpret_cast<Text>(dlsym(handle, "openblas_get_config"));
    const auto core = reinterpret_cast<Text>(dlsym(handle, "openblas_get_corename"));
    if (!library.sgemm || !library.setThreads || !config || !core) {
        library.problem = QStringLiteral("libopenblas.so.0: cblas_sgemm");
        library.sgemm = nullptr;
        return library;
    }
    library.setThreads(1);
    library.description = QStringLiteral("%1, %2").arg(QString::fromLatin1(config()).section(QLatin1Char(' '), 0, 1), QString::fromLatin1(core()));
    return library;
}

const Library &library()
{
    static const Library library = loaded();
    return library;
}

} // namespace

bool Blas::isAvailable()
{
    const Library &blas = library();
    if (blas.sgemm)
        blas.setThreads(1); // whoever shares the library may have changed it
    return blas.sgemm != nullptr;
}

QString Blas::problem() { return library().problem; }
QString Blas::description() { return library().description; }

void Blas::product(const float *a, const float *b, float *c, size_t rows, size_t columns, size_t depth, float beta)
{
    library().sgemm(rowMajor, asItIs, asItIs, int(rows), int(columns), int(depth), 1, a, int(depth), b,
                    int(columns), beta, c, int(columns));
}

void Blas::productTransposed(const float *a, const float *b, float *c, size_t rows, size_t columns, size_t depth, float beta)
{
    library().sgemm(rowMajor, asItIs, transposed, int(rows), int(columns), int(depth), 1, a, int(depth), b,
                    int(depth), beta, c, int(columns));
}

void Blas::transposedProduct(const float *a, const float *b, float *c, size_t rows, size_t columns, size_t depth, float beta)
{
    library().sgemm(rowMajor, transposed, asItIs, int(rows), int(columns), int(depth), 1, a, int(rows), b,
                    int(columns), beta, c, int(columns));
}

} // namespace foretrail::neural
