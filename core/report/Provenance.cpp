#include "core/report/Provenance.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

namespace foretrail {

namespace {

struct ProvenanceText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Provenance)
};

} // namespace

QString Provenance::text() const
{
    QStringList parts{QFileInfo(workspace).fileName(), what, ProvenanceText::tr("seed %1").arg(seed), ProvenanceText::tr("Foretrail %1").arg(version)};
    if (created.isValid())
        parts << created.toString(Qt::ISODate);
    if (!fingerprint.isEmpty())
        parts << ProvenanceText::tr("data %1").arg(fingerprint);
    if (!segment.isEmpty())
        parts.prepend(ProvenanceText::tr("users of segment %1").arg(segment));
    return parts.join(QStringLiteral(" · "));
}

QString nameOfVersion(const QString &run, int version)
{
    return version > 0 ? ProvenanceText::tr("%1, version %2", "name of a run, number").arg(run, QString::number(version)) : run;
}

} // namespace foretrail
