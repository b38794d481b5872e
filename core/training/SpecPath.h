#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace foretrail {

/// The value at a path of a spec's JSON, "units" or "split.test"; undefined where there is none.
inline QJsonValue specValue(const QJsonObject &spec, const QString &path)
{
    const qsizetype dot = path.indexOf(QLatin1Char('.'));
    return dot < 0 ? spec.value(path) : spec.value(path.left(dot)).toObject().value(path.mid(dot + 1));
}

inline void setSpecValue(QJsonObject &spec, const QString &path, const QJsonValue &value)
{
    const qsizetype dot = path.indexOf(QLatin1Char('.'));
    if (dot < 0) {
        spec.insert(path, value);
        return;
    }
    QJsonObject inner = spec.value(path.left(dot)).toObject();
    inner.insert(path.mid(dot + 1), value);
    spec.insert(path.left(dot), inner);
}

} // namespace foretrail
