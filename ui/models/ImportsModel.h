#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/ImportReport.h"
#include "ui/UnfedCorrections.h"

#include <QAbstractTableModel>

namespace foretrail {

/// The imports of the workspace, newest first; the counts of a row add up, and its state tells of corrections that wait to be
/// fed. GUI thread only.
class ImportsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { File, Kind, Started, Read, Stored, Duplicate, Rejected, Filtered, State };
    static constexpr int columns = 9;

    explicit ImportsModel(const UnfedCorrections &corrections, QObject *parent = nullptr);
    void setImports(QList<ImportReport> imports);
    const ImportReport &report(int row) const { return m_imports.at(row); }
    int rowOf(qint64 importId) const; ///< -1 when it is not there

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ImportReport &report, Column column) const;
    QString state(const ImportReport &report) const;
    void showState(qint64 importId);

    const UnfedCorrections &m_corrections;
    QList<ImportReport> m_imports;
};

} // namespace foretrail
