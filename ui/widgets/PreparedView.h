#pragma once

#include "ui/AppSession.h"
#include "ui/RecipeRun.h"
#include "ui/charts/ChartContent.h"

#include <QWidget>

class QLabel;
class QTabWidget;

namespace foretrail {

class BeforeAfterView;
class DecompositionView;
class SeasonalView;
class SeriesButton;
class SpectrumView;
class WindowsView;

/// The middle of the Prepare page: the series, what the selected step told, and ways to look at what it made.
class PreparedView : public QWidget {
    Q_OBJECT
public:
    explicit PreparedView(AppSession &session, QWidget *parent = nullptr);

    SeriesButton *seriesButton() const { return m_button; }
    void setLoading();
    /// Nothing to show, and why.
    void setNothing(const QString &sentence);
    /// `step`: place in the recipe that was prepared; -1: the series itself.
    void setPrepared(const PreparedPicture &prepared, const SeriesQuery &query, int step);
    void setStep(int step);

Q_SIGNALS:
    void windowsWanted(); ///< the recipe has none yet

protected:
    void changeEvent(QEvent *event) override;

private:
    void showStep();
    void showPicture();
    QString told(const Stage &stage) const;
    QString valueTitleBefore(int step) const;
    void exportChart(const ChartContent &content, const QString &format);
    void retranslate();

    AppSession &m_session;
    SeriesButton *m_button;
    QLabel *m_told;
    QTabWidget *m_tabs;
    BeforeAfterView *m_picture;
    SpectrumView *m_spectrum;
    DecompositionView *m_parts;
    SeasonalView *m_seasonal;
    WindowsView *m_windows;
    PreparedPicture m_prepared;
    SeriesQuery m_query;
    int m_step = -1;
};

} // namespace foretrail
