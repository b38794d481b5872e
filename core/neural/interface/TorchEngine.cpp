#include "core/neural/interface/ModuleEntry.h"
#include "core/neural/interface/RecurrentNetwork.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibrary>

#include <mutex>

namespace foretrail {
namespace {

struct NeuralEngineText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::NeuralEngine)
};

// Where the executable of a build or an installation finds the module: bin/, lib/ beside bin/, the build's lib/ for
// test programs, lib/foretrail/ of an installation.
QStringList folders()
{
    const QString here = QCoreApplication::applicationDirPath();
    QStringList result;
    for (const QString &folder : {QStringLiteral("."), QStringLiteral("../lib"), QStringLiteral("../../lib"),
                                  QStringLiteral("../lib/foretrail")})
        result << QDir::cleanPath(here + QLatin1Char('/') + folder);
    return result;
}

Error unavailable(const QStringList &looked, const QString &detail)
{
    const QString reason = detail.isEmpty() ? NeuralEngineText::tr("It was looked for in %1.").arg(looked.join(QStringLiteral(", ")))
                                            : NeuralEngineText::tr("It was found but did not load: %1.").arg(detail);
    // A package brings the module and leaves it to whoever installs whether LibTorch comes along.
    const QString advice = detail.isEmpty()
        ? NeuralEngineText::tr("Install the packages libtorch-dev and libopenblas0-pthread and build again, or choose the program's own engine.")
        : NeuralEngineText::tr("Install the package libtorch-dev, or choose the program's own engine.");
    return Error{ErrorCode::Unsupported, NeuralEngineText::tr("LibTorch is not available. %1 %2").arg(reason, advice), detail};
}

Error withoutGpu()
{
    return Error{ErrorCode::Unsupported,
                 NeuralEngineText::tr("LibTorch finds no GPU here: none is built in, its driver is missing, or LibTorch was built without CUDA, as that "
                                      "of Debian is. Choose another engine, which computes on the processor."), {}};
}

// Of the first module that fits.
Result<neural::ModuleEntry> load()
{
    // A preset here would make OpenBLAS use the kernels of an older processor, at half the speed.
    qunsetenv("OPENBLAS_CORETYPE");
    const QStringList looked = folders();
    QString problem;
    for (const QString &folder : looked) {
        const QString path = folder + QStringLiteral("/libforetrail_neural.so");
        if (!QFileInfo::exists(path))
            continue;
        QLibrary library(path);
        library.setLoadHints(QLibrary::PreventUnloadHint);
        const auto entry = reinterpret_cast<neural::ModuleEntry>(library.resolve("foretrail_neural_engine"));
        if (entry && entry(neural::moduleVersion, Device::Processor))
            return entry;
        problem = entry ? NeuralEngineText::tr("%1 belongs to another version of the program").arg(path) : library.errorString();
    }
    return fail(unavailable(looked, problem));
}

} // namespace

Result<NeuralEngine *> torchEngine(Device device)
{
    static std::mutex mutex;
    static Result<neural::ModuleEntry> entry = nullptr;
    const std::lock_guard lock(mutex);
    if (entry && !*entry)
        entry = load();
    if (!entry)
        return fail(entry.error());
    if (NeuralEngine *engine = (*entry)(neural::moduleVersion, device))
        return engine;
    return fail(withoutGpu());
}

} // namespace foretrail
