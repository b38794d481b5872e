#pragma once

#include "core/evaluation/Metrics.h"

#include <QTableWidget>

namespace foretrail {

/// How a model did on the test part, beside its baseline: one metric a row, this model and the baseline in columns.
class AccuracyTable : public QTableWidget {
    Q_OBJECT
public:
    explicit AccuracyTable(QWidget *parent = nullptr);
    /// `baselineTitle` heads its column: "last week". Without a test part all cells are a dash.
    void setMetrics(const Metrics &model, const Metrics &baseline, const QString &baselineTitle);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    Metrics m_model;
    Metrics m_baseline;
    QString m_title;
    int m_neededWidth = 0;
};

} // namespace foretrail
