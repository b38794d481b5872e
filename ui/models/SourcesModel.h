#pragma once

#include "core/data/ImportReport.h"
#include "core/data/ImportSources.h"

#include <QAbstractTableModel>

namespace foretrail {

/// One of several files that are imported one after another, and how far it is.
struct SourceEntry {
    enum class State {
        Waiting,
        Current,   ///< a person looks at it
        Importing,
        Done,
        Empty,     ///< has no rows
        Differs,   ///< cannot be read like the others: waits to be looked at
        Failed
    };
    SourceFile file;
    State state = State::Waiting;
    ImportReport report; ///< once it is done
    QString problem;     ///< why it failed
};

/// The files of one import, in their order. GUI thread only.
class SourcesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { File, State, Read, Stored, Duplicate, Rejected };
    static constexpr int columns = 6;

    using QAbstractTableModel::QAbstractTableModel;
    void setEntries(const QList<SourceEntry> &entries);
    /// "3 of 12 files done: 1,204 rows stored, 2 rejected."
    static QString sentence(const QList<SourceEntry> &entries);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString stateText(const SourceEntry &entry);
    static QString text(const SourceEntry &entry, Column column);
    QList<SourceEntry> m_entries;
};

} // namespace foretrail
