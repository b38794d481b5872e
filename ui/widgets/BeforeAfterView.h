#pragma once

#include "ui/charts/PreparationChart.h"

#include <QWidget>

namespace foretrail {

class LineChart;

/// A step's before and after: one chart, or two over one another that show the same time.
class BeforeAfterView : public QWidget {
    Q_OBJECT
public:
    explicit BeforeAfterView(QWidget *parent = nullptr);

    void setPicture(const StepPicture &picture);
    void setLoading(bool isLoading);
    void setEmptyText(const QString &sentence, const QString &button = {});
    LineChart *before() const { return m_before; }
    LineChart *after() const { return m_after; }

Q_SIGNALS:
    void emptyButtonClicked();
    void exportRequested(const foretrail::ChartContent &content, const QString &format);

private:
    void link(LineChart *from, LineChart *to);

    LineChart *m_before;
    LineChart *m_after;
    bool m_isLinking = false;
};

} // namespace foretrail
