#include "ui/widgets/SeasonalView.h"

#include "ui/charts/LineChart.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>

namespace foretrail {

SeasonalView::SeasonalView(QWidget *parent)
    : AnalysisView(parent), m_title(new QLabel(this)), m_cycle(new QComboBox(this)), m_words(new QLabel(this)),
      m_chart(makeChart(QStringLiteral("seasonalChart")))
{
    setObjectName(QStringLiteral("seasonalView"));
    m_cycle->setObjectName(QStringLiteral("seasonalCycle"));
    m_words->setObjectName(QStringLiteral("seasonalWords"));
    m_words->setProperty("quiet", true);
    m_words->setWordWrap(true);
    m_title->setBuddy(m_cycle);
    auto *options = new QHBoxLayout;
    options->setSpacing(Theme::space);
    options->addWidget(m_title);
    options->addWidget(m_cycle);
    options->addWidget(m_words, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(options);
    layout->addWidget(m_chart, 1);
    connect(m_cycle, &QComboBox::activated, this, &SeasonalView::analyseAgain);
    retranslate();
}

void SeasonalView::retranslate()
{
    m_title->setText(tr("One line a"));
    m_cycle->setAccessibleName(tr("Cycle"));
    m_chart->setEmptyText(tr("This series has no calendar and no season."));
    m_cycles.clear();
}

void SeasonalView::fillCycles()
{
    const QList<Cycle> cycles = series() ? cyclesOf(series()->axis, usualSeason(series()->axis)) : QList<Cycle>();
    if (cycles == m_cycles)
        return;
    const int chosen = std::max(0, m_cycle->currentIndex());
    m_cycles = cycles;
    m_cycle->clear();
    for (const Cycle cycle : cycles)
        m_cycle->addItem(cycleTitle(cycle));
    m_cycle->setCurrentIndex(std::min(chosen, int(cycles.size()) - 1));
}

void SeasonalView::analyse()
{
    fillCycles();
    const int row = m_cycle->currentIndex();
    if (row < 0) {
        m_words->clear();
        return m_chart->setContent({});
    }
    const ChartContent content = seasonalChart(*series(), m_cycles.at(row), usualSeason(series()->axis), valueTitle());
    const qsizetype shown = std::max<qsizetype>(content.curves.size() - 1, 0);
    m_words->setText(shown == mostCycles ? tr("The last %1, the newest and the mean of all named.").arg(QLocale().toString(shown))
                                         : tr("%1 lines, the newest and the mean named.").arg(QLocale().toString(shown)));
    m_chart->setContent(content);
}

} // namespace foretrail
