#pragma once

#include "ui/charts/EpochCharts.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;

namespace foretrail {

class LineChart;

/// The curves of a training by epoch, with what is drawn and how; of a branch, where a person wants it, beside those of its origin.
class LossView : public QWidget {
    Q_OBJECT
public:
    explicit LossView(QWidget *parent = nullptr);

    void setEpochs(const QList<EpochRecord> &epochs, const QString &title, const QString &provenance);
    /// What it branched from; none where it did not.
    void setRival(const std::optional<Rival> &rival);
    /// A line at the epoch that is looked at; 0: none.
    void setMarked(int epoch);
    LineChart *chart() const { return m_chart; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void retranslate();
    void draw();
    ChartContent content() const;

    QComboBox *m_curve;
    QCheckBox *m_smoothed;
    QCheckBox *m_logarithmic;
    QCheckBox *m_race;
    LineChart *m_chart;
    QList<EpochRecord> m_epochs; ///< drawn now
    QString m_title, m_provenance;
    std::optional<Rival> m_rival;
    int m_marked = 0;
};

} // namespace foretrail
