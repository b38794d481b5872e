#include "ui/widgets/ResidualsTab.h"

#include "ui/charts/BarChart.h"
#include "ui/charts/Ticks.h"
#include "ui/theme/Theme.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr size_t mostBars = 400; ///< more could not be told apart

} // namespace

ResidualsTab::ResidualsTab(AppSession &session, QWidget *parent)
    : ForecastTab(session, parent), m_sentence(new QLabel(this)), m_overTime(addChart(QStringLiteral("residualsOverTime"))),
      m_distribution(addChart(QStringLiteral("residualDistribution"))),
      m_autocorrelation(addChart(QStringLiteral("residualAutocorrelation")))
{
    m_sentence->setObjectName(QStringLiteral("residualSentence"));
    m_sentence->setWordWrap(true);
    connect(m_overTime, &BarChart::cursorMoved, this,
            [this](int bar) { Q_EMIT cursorMoved(bar < 0 ? std::nullopt : std::optional<qint64>(bar + m_firstShown)); });
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, Theme::space, 0, 0);
    layout->addWidget(m_sentence, 0, 0, 1, 3);
    layout->addWidget(m_overTime, 1, 0);
    layout->addWidget(m_distribution, 1, 1);
    layout->addWidget(m_autocorrelation, 1, 2);
    layout->setRowStretch(1, 1);
    layout->setColumnStretch(0, 4);
    layout->setColumnStretch(1, 3);
    layout->setColumnStretch(2, 3);
}

BarChart *ResidualsTab::addChart(const QString &name)
{
    auto *chart = new BarChart(this);
    chart->setObjectName(name);
    connect(chart, &BarChart::exportRequested, this,
            [this, chart](const QString &format) { Q_EMIT barsExport(chart->content(), format); });
    return chart;
}

void ResidualsTab::fill()
{
    const bool isFitted = forecast() && !forecast()->outcome.fitted.empty();
    m_residuals = isFitted ? forecast()->residuals : ResidualDiagnostics{};
    m_axis = isFitted ? forecast()->outcome.history.axis : TimeAxis{};
    m_unit = isFitted ? forecast()->outcome.history.unit : QString();
    m_sentence->setText(sentence());
    m_firstShown = qint64(m_residuals.values.size()) - qint64(std::min(m_residuals.values.size(), mostBars));
    m_overTime->setContent(overTime());
    m_distribution->setContent(distribution());
    m_autocorrelation->setContent(autocorrelation());
}

void ResidualsTab::setCursor(std::optional<qint64> index)
{
    m_overTime->setCursor(index && *index >= m_firstShown ? int(*index - m_firstShown) : -1);
}

QString ResidualsTab::sentence() const
{
    if (m_residuals.values.empty())
        return tr("No residuals yet.");
    if (m_residuals.lags == 0 || std::isnan(m_residuals.ljungBoxP))
        return tr("Too few residuals to look for a pattern.");
    const QString p = m_residuals.ljungBoxP < 0.001 ? tr("p < 0.001") : tr("p = %1").arg(QLocale().toString(m_residuals.ljungBoxP, 'f', 3));
    if (m_residuals.ljungBoxP >= 0.05)
        return tr("No pattern left up to lag %1 (Ljung-Box %2).").arg(m_residuals.lags).arg(p);
    int largest = 0;
    for (int lag = 1; lag < int(m_residuals.autocorrelation.size()); ++lag)
        if (std::abs(m_residuals.autocorrelation[size_t(lag)]) > std::abs(m_residuals.autocorrelation[size_t(largest)]))
            largest = lag;
    return tr("A pattern is left, most at lag %1 (Ljung-Box %2): the model could still learn from it.").arg(largest + 1).arg(p);
}

BarContent ResidualsTab::overTime() const
{
    BarContent bars;
    bars.title = m_unit.isEmpty() ? tr("Residuals") : tr("Residuals (%1)").arg(m_unit);
    bars.valueTitle = tr("Residual");
    bars.categoryTitle = tr("Time");
    const auto skipped = size_t(m_firstShown);
    bars.values.assign(m_residuals.values.begin() + std::ptrdiff_t(skipped), m_residuals.values.end());
    for (size_t i = skipped; i < m_residuals.values.size(); ++i)
        bars.labels += shortStepText(m_axis, qint64(i));
    if (std::isfinite(m_residuals.deviation)) {
        bars.lowBound = m_residuals.mean - 1.96 * m_residuals.deviation;
        bars.highBound = m_residuals.mean + 1.96 * m_residuals.deviation;
    }
    return bars;
}

BarContent ResidualsTab::distribution() const
{
    BarContent bars;
    bars.title = tr("Distribution");
    bars.valueTitle = tr("Count");
    bars.categoryTitle = tr("Residual");
    for (const HistogramBin &bin : m_residuals.histogram) {
        bars.labels += shortNumber((bin.from + bin.to) / 2);
        bars.values.push_back(double(bin.count));
    }
    return bars;
}

BarContent ResidualsTab::autocorrelation() const
{
    BarContent bars;
    bars.title = tr("Autocorrelation");
    bars.valueTitle = tr("Autocorrelation");
    bars.categoryTitle = tr("Lag");
    bars.values = m_residuals.autocorrelation;
    for (size_t lag = 1; lag <= bars.values.size(); ++lag)
        bars.labels += QString::number(lag);
    bars.lowBound = -m_residuals.autocorrelationBound;
    bars.highBound = m_residuals.autocorrelationBound;
    return bars;
}

} // namespace foretrail
