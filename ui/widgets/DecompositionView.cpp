#include "ui/widgets/DecompositionView.h"

#include "core/series/Mstl.h"
#include "ui/charts/LineChart.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>

#include <cmath>

namespace foretrail {

namespace {

constexpr int longestSeason = 10'000;

struct Parts {
    std::array<ChartContent, 3> charts;
    QString words;
};

QString wholePercent(double share) { return QLocale().toString(std::round(100 * share), 'f', 0); }

QString inWords(const Decomposition &parts)
{
    const QString trend = DecompositionView::tr("The trend explains %1 % of what is left beside the season").arg(wholePercent(trendStrength(parts)));
    if (parts.seasons.empty())
        return DecompositionView::tr("%1; the series does not hold two seasons of this length.").arg(trend);
    return DecompositionView::tr("%1; the season explains %2 % of what is left beside the trend.", "sentence about the trend")
        .arg(trend, wholePercent(seasonalStrength(parts, 0)));
}

ChartContent partChart(const Series &series, const QString &title, const std::vector<double> &values)
{
    ChartContent content;
    content.title = title;
    content.valueTitle = title;
    content.axis = series.axis;
    content.curves.append({title, CurveRole::History, 0, 0, std::make_shared<const std::vector<double>>(values)});
    return content;
}

Result<Parts> takeApart(const Series &series, int season, bool isRobust)
{
    MstlOptions options;
    options.robust = isRobust;
    const Result<Decomposition> parts = mstl(series.values, season > 1 ? std::vector<int>{season} : std::vector<int>(), options);
    if (!parts)
        return fail(parts.error());
    const std::vector<double> none(series.values.size(), 0.0);
    return Parts{{partChart(series, DecompositionView::tr("Trend"), parts->trend),
                  partChart(series, DecompositionView::tr("Season"), parts->seasonal.empty() ? none : parts->seasonal.front()),
                  partChart(series, DecompositionView::tr("Remainder"), parts->remainder)},
                 inWords(*parts)};
}

} // namespace

DecompositionView::DecompositionView(JobRunner &jobs, QWidget *parent)
    : AnalysisView(parent), m_job(jobs), m_words(new QLabel(this)), m_seasonTitle(new QLabel(this)), m_season(new QSpinBox(this)),
      m_robust(new QCheckBox(this))
{
    setObjectName(QStringLiteral("decompositionView"));
    m_words->setObjectName(QStringLiteral("decompositionWords"));
    m_words->setWordWrap(true);
    m_season->setObjectName(QStringLiteral("decompositionSeason"));
    m_season->setRange(1, longestSeason);
    m_seasonTitle->setBuddy(m_season);
    m_robust->setObjectName(QStringLiteral("decompositionRobust"));
    auto *options = new QHBoxLayout;
    options->setSpacing(Theme::space);
    options->addWidget(m_seasonTitle);
    options->addWidget(m_season);
    options->addSpacing(Theme::space);
    options->addWidget(m_robust);
    options->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(options);
    layout->addWidget(m_words);
    const std::array names{"trendChart", "seasonChart", "remainderChart"};
    for (size_t i = 0; i < names.size(); ++i) {
        m_charts[i] = makeChart(QLatin1String(names[i]));
        layout->addWidget(m_charts[i], 1);
        link(m_charts[i]);
    }
    connect(m_season, &QSpinBox::valueChanged, this, &DecompositionView::analyseAgain);
    connect(m_robust, &QCheckBox::toggled, this, &DecompositionView::analyseAgain);
    retranslate();
}

void DecompositionView::link(LineChart *chart)
{
    connect(chart, &LineChart::visibleRangeChanged, this, [this, chart](double from, double to) {
        if (std::exchange(m_isLinking, true))
            return;
        for (LineChart *other : m_charts)
            if (other != chart)
                other->setVisibleRange(from, to);
        m_isLinking = false;
    });
}

void DecompositionView::retranslate()
{
    m_seasonTitle->setText(tr("Season length"));
    m_season->setSpecialValueText(tr("as usual"));
    m_robust->setText(tr("Robust"));
    m_robust->setToolTip(tr("Outliers are weighed down; takes longer."));
}

/// Of the axis, where nobody chose one.
int DecompositionView::season() const
{
    return m_season->value() > 1 ? m_season->value() : usualSeason(series()->axis);
}

void DecompositionView::showNothing(const QString &sentence)
{
    m_words->clear();
    for (LineChart *chart : m_charts) {
        chart->setContent({});
        chart->setEmptyText(chart == m_charts.front() ? sentence : QString());
    }
}

void DecompositionView::analyse()
{
    m_job.cancel();
    if (!series())
        return showNothing({});
    m_job.start<Parts>({tr("Taking a series apart"), Lane::Read, false},
        [series = series(), season = season(), isRobust = m_robust->isChecked()](JobContext &) { return takeApart(*series, season, isRobust); },
        this, [this](const Result<Parts> &parts) {
            if (!parts)
                return showNothing(parts.error().isCancelled() ? QString() : parts.error().message);
            m_words->setText(parts->words);
            m_isLinking = true;
            for (size_t i = 0; i < m_charts.size(); ++i)
                m_charts[i]->setContent(parts->charts[i]);
            m_isLinking = false;
        });
}

} // namespace foretrail
