#pragma once

#include "core/data/RunStore.h"
#include "core/training/BesideForecasts.h"

#include <QHash>
#include <QListWidget>

namespace foretrail {

/// What may stand beside a forecast, to choose several from: models that need no training in epochs, then the stored runs of the series. Behind each that is
/// chosen stands its error on the test part, or why it has none. Space or a click switches one.
class BesideList : public QListWidget {
    Q_OBJECT
public:
    explicit BesideList(QWidget *parent = nullptr);

    QList<BesideChoice> checked() const; ///< in the order shown
    void setRuns(const QList<RunSummary> &runs); ///< of the series that is shown; those that were chosen and are there stay chosen
    void setShownModel(const QString &model); ///< of the forecast itself, which is not offered beside itself
    void setResults(const QList<BesideForecast> &results, const QList<BesideChoice> &closest);
    QSize sizeHint() const override;

Q_SIGNALS:
    void changed(); ///< by a person

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void addItemFor(const BesideChoice &choice, const QString &name, const QString &tip, const QList<BesideChoice> &chosen);
    QString noteOf(const BesideChoice &choice) const;

    QList<RunSummary> m_runs;
    QString m_shownModel;
    QList<BesideForecast> m_results;
    QList<BesideChoice> m_closest;
};

} // namespace foretrail
