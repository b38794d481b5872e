#include "core/training/RunNames.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct RunNamesText { Q_DECLARE_TR_FUNCTIONS(foretrail::RunNames) };

} // namespace

QString shortRunName(const QString &name, const QString &model, RunId run)
{
    const QStringList parts = name.split(QString::fromUtf8(" · "));
    if (parts.size() < 3 || parts.front() != model)
        return name;
    return RunNamesText::tr("%1, run %2", "a model and the number of its run").arg(model).arg(run.value);
}

} // namespace foretrail
