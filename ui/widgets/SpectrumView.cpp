#include "ui/widgets/SpectrumView.h"

#include "ui/charts/LineChart.h"
#include "ui/charts/SpectrumChart.h"

#include <QLabel>
#include <QVBoxLayout>

namespace foretrail {

namespace {

constexpr int namedPeaks = 4;

struct Found {
    ChartContent chart;
    QString words;
};

QString seasonsInWords(const std::vector<int> &seasons, Step step)
{
    QStringList words;
    for (const int season : seasons)
        words << periodInWords(season, step);
    return words.isEmpty() ? SpectrumView::tr("No season is proposed.") : SpectrumView::tr("Proposed seasons: %1.").arg(words.join(QStringLiteral(", ")));
}

Found look(const Series &series)
{
    const Spectrum spectrum = periodogram(series.values);
    const std::vector<SpectrumPeak> peaks = strongestPeaks(spectrum, namedPeaks);
    const Step step = series.axis.step;
    return {spectrumChart(spectrum, peaks, step),
            SpectrumView::tr("%1 %2", "strongest periods, proposed seasons")
                .arg(peaksInWords(peaks, step), seasonsInWords(proposedSeasons(series.values, step), step))};
}

} // namespace

SpectrumView::SpectrumView(JobRunner &jobs, QWidget *parent)
    : AnalysisView(parent), m_job(jobs), m_words(new QLabel(this)), m_chart(makeChart(QStringLiteral("spectrumChart")))
{
    setObjectName(QStringLiteral("spectrumView"));
    m_words->setObjectName(QStringLiteral("spectrumWords"));
    m_words->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->addWidget(m_words);
    layout->addWidget(m_chart, 1);
    retranslate();
}

void SpectrumView::retranslate()
{
    m_chart->setEmptyText(tr("The series is too short for a spectrum."));
}

void SpectrumView::analyse()
{
    m_job.cancel();
    if (!series()) {
        m_words->clear();
        return m_chart->setContent({});
    }
    m_job.start<Found>({tr("Looking for periods"), Lane::Read, false},
        [series = series()](JobContext &) -> Result<Found> { return look(*series); }, this, [this](const Result<Found> &found) {
            if (!found)
                return;
            m_words->setText(found->words);
            m_chart->setContent(found->chart);
        });
}

} // namespace foretrail
