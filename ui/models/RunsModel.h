#pragma once

#include "core/data/RunStore.h"

#include <QAbstractTableModel>

namespace foretrail {

/// The stored runs, newest first, each metric beside the one of the baseline. Names and notes are edited in place: renamed()
/// and noted() ask for the new text to be stored. GUI thread only.
class RunsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { Name, Gain, Wape, Mase, Mae, Rmse, Model, Series, Created, Seconds, Seed, Note };
    static constexpr int columns = 12;
    enum Role { SortRole = Qt::UserRole, IdRole, FilterRole }; ///< FilterRole: all texts of the row
    using QAbstractTableModel::QAbstractTableModel;

    /// In place of those before: rows of runs that are in both stay, with what is selected or typed in them.
    void setRuns(const QList<RunSummary> &runs);
    void setReadOnly(bool isReadOnly) { m_isReadOnly = isReadOnly; }
    void retranslate();
    int runCount() const { return int(m_runs.size()); }
    const RunSummary &run(int row) const { return m_runs.at(row); }
    int rowOf(RunId id) const; ///< -1 where it is not

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void renamed(foretrail::RunId id, const QString &name);
    void noted(foretrail::RunId id, const QString &note);

private:
    void addRun(int row, const RunSummary &run);
    void dropRun(int row);
    QString text(const RunSummary &run, Column column) const;
    QString gainText(const RunSummary &run) const;
    QVariant sortValue(const RunSummary &run, Column column) const;
    QString toolTip(const RunSummary &run, Column column) const;

    QList<RunSummary> m_runs;
    bool m_isReadOnly = false;
};

/// 1 - error over the baseline's error, by WAPE (MAE where that is not defined); NaN without a test part.
double gainOf(const RunSummary &run);

/// Header and a row a run, numbers as files have them: for the clipboard.
QList<QStringList> runsTable(const QList<RunSummary> &runs);

} // namespace foretrail
