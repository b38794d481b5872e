#include "ui/widgets/HistogramsView.h"

#include "ui/charts/BarChart.h"
#include "ui/charts/EpochCharts.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/EmptyState.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QStackedLayout>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int lowestChart = 68; ///< px: two of them in a low window

} // namespace

HistogramsView::HistogramsView(QWidget *parent)
    : QWidget(parent), m_choice(new QComboBox), m_words(new QLabel), m_charts{}, m_empty(new EmptyState), m_stack(new QStackedLayout(this))
{
    m_choice->setObjectName(QStringLiteral("histogramChoice"));
    m_words->setObjectName(QStringLiteral("histogramWords"));
    m_words->setProperty("quiet", true);
    m_words->setWordWrap(true);
    for (size_t i = 0; i < charts; ++i) {
        m_charts[i] = new BarChart;
        m_charts[i]->setObjectName(QStringLiteral("histogram%1").arg(i));
        m_charts[i]->setMinimumHeight(lowestChart);
        connect(m_charts[i], &BarChart::exportRequested, this,
                [this, chart = m_charts[i]](const QString &format) { Q_EMIT exportRequested(chart->content(), format); });
    }
    arrange();
    connect(m_choice, &QComboBox::currentIndexChanged, this, &HistogramsView::draw);
    retranslate();
}

void HistogramsView::arrange()
{
    auto *full = new QWidget;
    auto *top = new QHBoxLayout;
    top->setSpacing(2 * Theme::space);
    top->addWidget(m_choice);
    top->addWidget(m_words, 1);
    auto *layout = new QGridLayout(full);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(top, 0, 0, 1, 2);
    for (int i = 0; i < int(charts); ++i)
        layout->addWidget(m_charts[size_t(i)], 1 + i / 2, i % 2);
    for (int part : {0, 1}) {
        layout->setRowStretch(1 + part, 1);
        layout->setColumnStretch(part, 1);
    }
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(full);
}

void HistogramsView::retranslate()
{
    m_choice->setAccessibleName(tr("Which part of the network"));
    fillChoices();
    draw();
}

void HistogramsView::setHistograms(const NetworkHistograms &histograms)
{
    const bool isOtherForm = !m_histograms || m_histograms->layers.size() != histograms.layers.size();
    m_histograms = histograms;
    if (isOtherForm)
        fillChoices();
    draw();
}

void HistogramsView::setEmptyText(const QString &sentence)
{
    m_histograms.reset();
    m_empty->setText(sentence);
    draw();
}

/// Weights of a layer have even numbers among the choices, gates odd ones.
void HistogramsView::fillChoices()
{
    const QSignalBlocker blocker(m_choice);
    const int chosen = std::max(0, m_choice->currentIndex());
    m_choice->clear();
    const QLocale locale;
    const size_t layers = m_histograms ? m_histograms->layers.size() : 0;
    for (size_t layer = 1; layer <= layers; ++layer)
        m_choice->addItems({layers == 1 ? tr("Weights") : tr("Weights of layer %1").arg(locale.toString(layer)),
                            layers == 1 ? tr("Gates") : tr("Gates of layer %1").arg(locale.toString(layer))});
    m_choice->setCurrentIndex(std::min(chosen, m_choice->count() - 1));
}

void HistogramsView::draw()
{
    m_stack->setCurrentIndex(m_histograms ? 1 : 0);
    if (!m_histograms)
        return;
    const int choice = std::max(0, m_choice->currentIndex());
    const NetworkHistograms::Layer &layer = m_histograms->layers[size_t(choice / 2)];
    const bool isGates = choice % 2 == 1;
    if (isGates)
        drawGates(layer);
    else
        drawWeights(layer);
    m_words->setText(words(isGates));
    m_words->setToolTip(isGates ? tr("How open the gates were in windows of the validation part: 0 shuts a gate, 1 opens it") : QString());
}

void HistogramsView::drawWeights(const NetworkHistograms::Layer &layer)
{
    const std::pair<const Histogram *, QString> parts[] = {{&layer.input, tr("Input weights")}, {&layer.recurrent, tr("Recurrent")},
                                                           {&layer.bias, tr("Biases")}, {&m_histograms->head, tr("Head")}};
    for (size_t i = 0; i < charts; ++i) {
        m_charts[i]->setContent(histogramChart(*parts[i].first, parts[i].second));
        m_charts[i]->show();
    }
}

void HistogramsView::drawGates(const NetworkHistograms::Layer &layer)
{
    const QStringList titles = m_histograms->cell == Cell::Lstm ? QStringList{tr("Input gate"), tr("Forget gate"), tr("Candidate"), tr("Output gate")}
                                                                : QStringList{tr("Reset gate"), tr("Update gate"), tr("Candidate")};
    for (size_t i = 0; i < charts; ++i) {
        const bool isThere = i < layer.gates.size();
        m_charts[i]->setVisible(isThere);
        if (isThere)
            m_charts[i]->setContent(histogramChart(layer.gates[i], titles[qsizetype(i)]));
    }
}

QString HistogramsView::words(bool isGates) const
{
    const QString epoch = epochTitle(m_histograms->epoch);
    if (!isGates)
        return tr("%1: weights by their value.", "Epoch 12").arg(epoch);
    if (m_histograms->windows == 0)
        return tr("%1: no window of a validation part was kept to look at gates in.", "Epoch 12").arg(epoch);
    return tr("%1, %n windows: 0 shut, 1 open", "Epoch 12, on how many windows gates were counted", m_histograms->windows).arg(epoch);
}

void HistogramsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
