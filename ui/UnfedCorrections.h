#pragma once

#include "core/data/ImportHistory.h"

#include <QMap>
#include <QObject>

namespace foretrail {

/// What a person typed into rejected rows and did not feed yet, of every import of the open workspace. GUI thread only.
class UnfedCorrections : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    bool contains(qint64 importId, qint64 rejectId) const { return m_fields.value(importId).contains(rejectId); }
    QStringList fields(qint64 importId, qint64 rejectId, const QStringList &unchanged) const
    {
        return m_fields.value(importId).value(rejectId, unchanged);
    }
    QList<Correction> of(qint64 importId) const; ///< in the order of the rejects' ids
    qsizetype count(qint64 importId) const { return m_fields.value(importId).size(); }
    qsizetype count() const;

    void set(qint64 importId, qint64 rejectId, const QStringList &fields);
    void remove(qint64 importId, qint64 rejectId);
    /// Those that were fed; what was typed since stays.
    void removeFed(qint64 importId, const QList<Correction> &fed);
    void clear();

Q_SIGNALS:
    void changed(qint64 importId);

private:
    QMap<qint64, QMap<qint64, QStringList>> m_fields; ///< of a row as corrected, by import and reject
};

} // namespace foretrail
