#pragma once

#include "ui/BacktestRun.h"

#include <QAbstractTableModel>

namespace foretrail {

/// Which models are best on a series: those with the smallest mean absolute error, several where they are equal.
struct SeriesWinner {
    QString series;
    QStringList models;
};
/// In the order of the report, the worst for its first model first; without series on which nothing could be told.
QList<SeriesWinner> seriesWinners(const BacktestFindings &findings);

/// The series of a backtest: the winner of each, and the errors of one model beside the baseline's. GUI thread only.
class BacktestSeriesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { Series, Winner, WinnerWape, Mase, Wape, BaselineWape, Skill, PValue };
    static constexpr int columns = 8;
    enum Role { SortRole = Qt::UserRole, KeyRole, WinnerRole };
    using QAbstractTableModel::QAbstractTableModel;

    void setFindings(const BacktestFindings &findings);
    void setModel(const QString &model); ///< whose errors stand beside the baseline's
    const QString &model() const { return m_model; }
    bool hasPValues() const; ///< of any series: there must be enough origins
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString key;
        QStringList winners;
        QHash<QString, BacktestGroup> byModel;
    };
    double number(const Row &row, Column column) const;
    QString text(const Row &row, Column column) const;

    BacktestFindings m_findings;
    QString m_model;
    QList<Row> m_rows;
};

} // namespace foretrail
