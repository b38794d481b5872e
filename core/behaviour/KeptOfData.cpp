#include "core/behaviour/KeptOfData.h"

#include <QJsonDocument>

namespace foretrail {

Result<QJsonObject> keptOfData(Workspace &workspace, const KeptKind &kind)
{
    const Result<QString> setting = workspace.setting(kind.setting);
    if (!setting)
        return fail(setting.error());
    const Result<QString> fingerprint = workspace.data().fingerprint();
    if (!fingerprint)
        return fail(fingerprint.error());
    QJsonObject json = QJsonDocument::fromJson(setting->toUtf8()).object();
    if (json[QStringLiteral("format")].toInt() != kind.format || json[QStringLiteral("fingerprint")].toString() != *fingerprint)
        return fail(ErrorCode::NotFound, kind.noneYet);
    return json;
}

void keepOfData(Workspace &workspace, const KeptKind &kind, const QString &fingerprint, QJsonObject learnt)
{
    learnt.insert(QStringLiteral("format"), kind.format);
    learnt.insert(QStringLiteral("fingerprint"), fingerprint);
    if (!workspace.isReadOnly())
        (void)workspace.setSetting(kind.setting, QString::fromUtf8(QJsonDocument(learnt).toJson(QJsonDocument::Compact)));
}

} // namespace foretrail
