#include "core/neural/engine/Blas.h"

#include "core/neural/engine/Kernels.h"

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

/// Sets a variable of the environment, or takes it away where the value is null, until it goes.
class Setting {
public:
    Setting(const char *name, const char *value) : m_name(name), m_wasSet(qEnvironmentVariableIsSet(name)), m_old(qgetenv(name)) { set(value != nullptr, value); }
    ~Setting() { set(m_wasSet, m_old); }
    Setting(const Setting &) = delete;
    Setting &operator=(const Setting &) = delete;

private:
    void set(bool isSet, const QByteArray &value) const
    {
        if (isSet)
            qputenv(m_name, value);
        else
            qunsetenv(m_name);
    }
    const char *const m_name;
    const bool m_wasSet;
    const QByteArray m_old;
};

Library loaded()
{
    // Left to itself, or to a preset, it takes the kernels of an old processor for one that it does not know, at a fraction of the speed.
    const Setting core("OPENBLAS_CORETYPE", kernels().blasCore);
    const Setting threads("OPENBLAS_NUM_THREADS", "1"); // it starts its threads on loading
    Library library;
    void *handle = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
    if (!handle) {
        library.problem = QString::fromLocal8Bit(dlerror());
        return library;
    }
    library.sgemm = reinterpret_cast<Sgemm>(dlsym(handle, "cblas_sgemm"));
    library.setThreads = reinterpret_cast<decltype(library.setThreads)>(dlsym(handle, "openblas_set_num_threads"));
    using Text = char *(*)();
    const auto config = reinterpret_cast<Text>(dlsym(handle, "openblas_get_config"));
    const auto coreName = reinterpret_cast<Text>(dlsym(handle, "openblas_get_corename"));
    if (!library.sgemm || !library.setThreads || !config || !coreName) {
        library.problem = QStringLiteral("libopenblas.so.0: cblas_sgemm");
        library.sgemm = nullptr;
        return library;
    }
    library.setThreads(1);
    library.description = QStringLiteral("%1, %2").arg(QString::fromLatin1(config()).section(QLatin1Char(' '), 0, 1), QString::fromLatin1(coreName()));
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
