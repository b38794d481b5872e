#include "core/base/Phrase.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace foretrail::Phrase {

QString kept(const char *context, const char *source, const QStringList &arguments)
{
    QJsonArray parts{QString::fromUtf8(context), QString::fromUtf8(source)};
    for (const QString &argument : arguments)
        parts.append(argument);
    return QString::fromUtf8(QJsonDocument(parts).toJson(QJsonDocument::Compact));
}

QString shown(const QString &kept)
{
    if (!kept.startsWith(QStringLiteral("[\"foretrail::")))
        return kept;
    const QJsonArray parts = QJsonDocument::fromJson(kept.toUtf8()).array();
    if (parts.size() < 2)
        return kept;
    const QString text = QCoreApplication::translate(parts[0].toString().toUtf8().constData(), parts[1].toString().toUtf8().constData());
    switch (parts.size()) {
    case 2: return text;
    case 3: return text.arg(parts[2].toString());
    case 4: return text.arg(parts[2].toString(), parts[3].toString());
    case 5: return text.arg(parts[2].toString(), parts[3].toString(), parts[4].toString());
    case 6: return text.arg(parts[2].toString(), parts[3].toString(), parts[4].toString(), parts[5].toString());
    default: return text.arg(parts[2].toString(), parts[3].toString(), parts[4].toString(), parts[5].toString(), parts[6].toString());
    }
}

} // namespace foretrail::Phrase
