#pragma once

#include "core/data/ImportPlan.h"

#include <QAbstractTableModel>
#include <QHash>

namespace foretrail {

/// The first rows of a file, as in the file or as they would be stored. Cells with a problem carry an icon and say
/// why. GUI thread only.
class PreviewModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { ProblemRole = Qt::UserRole }; ///< the reason; empty where all is well

    using QAbstractTableModel::QAbstractTableModel;
    /// Another view of the same rows keeps the place of whoever looks; other rows reset the model.
    void setPreview(const ImportPreview &preview);
    void setRaw(bool isRaw);
    const ImportPreview &preview() const { return m_preview; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// Across: the names of columns. Down: rows from 1.
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void take(const ImportPreview &preview);
    QString text(const QModelIndex &index) const;
    QString problem(const QModelIndex &index) const { return m_problems.value({index.row(), index.column()}); }
    foretrail::Role roleOf(int column) const;

    ImportPreview m_preview;
    QHash<std::pair<int, int>, QString> m_problems;
    bool m_isRaw = false;
};

} // namespace foretrail
