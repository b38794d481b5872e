#include "ui/UnfedCorrections.h"

namespace foretrail {

QList<Correction> UnfedCorrections::of(qint64 importId) const
{
    const QMap<qint64, QStringList> rows = m_fields.value(importId);
    QList<Correction> all;
    for (auto row = rows.cbegin(); row != rows.cend(); ++row)
        all.append({row.key(), row.value()});
    return all;
}

qsizetype UnfedCorrections::count() const
{
    qsizetype rows = 0;
    for (const QMap<qint64, QStringList> &ofImport : m_fields)
        rows += ofImport.size();
    return rows;
}

void UnfedCorrections::set(qint64 importId, qint64 rejectId, const QStringList &fields)
{
    m_fields[importId].insert(rejectId, fields);
    Q_EMIT changed(importId);
}

void UnfedCorrections::remove(qint64 importId, qint64 rejectId)
{
    m_fields[importId].remove(rejectId);
    Q_EMIT changed(importId);
}

void UnfedCorrections::removeFed(qint64 importId, const QList<Correction> &fed)
{
    QMap<qint64, QStringList> &rows = m_fields[importId]; // clazy:exclude=detaching-member : written to
    for (const Correction &one : fed)
        if (rows.value(one.rejectId) == one.fields)
            rows.remove(one.rejectId);
    Q_EMIT changed(importId);
}

void UnfedCorrections::clear()
{
    const QList<qint64> imports = m_fields.keys();
    m_fields.clear();
    for (const qint64 importId : imports)
        Q_EMIT changed(importId);
}

} // namespace foretrail
