#pragma once

#include "core/data/ImportGroup.h"
#include "ui/UnfedCorrections.h"

#include <QAbstractItemModel>

namespace foretrail {

/// The imports of the workspace by groups, the latest first; files that were imported in one go stand below their group. The
/// counts of a row add up, those of a group are the sums of its files, and the state tells of corrections that wait to be fed.
/// GUI thread only.
class ImportsModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Column { File, Kind, Started, Read, Stored, Duplicate, Rejected, Filtered, State };
    static constexpr int columns = 9;

    explicit ImportsModel(const UnfedCorrections &corrections, QObject *parent = nullptr);
    void setGroups(const QList<ImportGroup> &groups);
    /// What a row stands for: a whole group, or one file as a group of one.
    ImportGroup group(const QModelIndex &index) const;
    /// The row of an import, or of its whole group; invalid when it is not there.
    QModelIndex indexOf(qint64 importId, bool isGroup) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        ImportGroup group;
        ImportReport total;
    };
    bool isFile(const QModelIndex &index) const { return index.internalId() > 0; } ///< below a group of several
    const Row &row(const QModelIndex &index) const { return m_rows.at(isFile(index) ? int(index.internalId()) - 1 : index.row()); }
    const ImportReport &report(const QModelIndex &index) const;
    QString text(const QModelIndex &index) const;
    QString state(const ImportGroup &group) const;
    void showStates();

    const UnfedCorrections &m_corrections;
    QList<Row> m_rows;
};

} // namespace foretrail
