#pragma once

#include "core/data/Quality.h"

#include <QAbstractTableModel>

namespace foretrail {

/// What was found about the data, the gravest first: how grave (an icon and a word), the sentence, the remedy.
/// GUI thread only.
class FindingsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { Severity, Sentence, Remedy };
    static constexpr int columns = 3;

    using QAbstractTableModel::QAbstractTableModel;
    void setFindings(QList<Finding> findings);
    const Finding &finding(int row) const { return m_findings.at(row); }
    const QList<Finding> &findings() const { return m_findings; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static QString severityText(Severity severity); ///< "Problem"
    static QString severityIcon(Severity severity); ///< name in resources/icons
    static QString stepText(const QString &step);   ///< "Outliers": a step of preparation; empty where there is none

private:
    QString text(const Finding &finding, Column column) const;
    QList<Finding> m_findings;
};

} // namespace foretrail
