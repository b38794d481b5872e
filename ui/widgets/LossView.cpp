#include "ui/widgets/LossView.h"

#include "ui/charts/LineChart.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace foretrail {

namespace {

constexpr int curveLetters = 13; ///< of the list of curves: then all choices stand in one line

} // namespace

LossView::LossView(QWidget *parent)
    : QWidget(parent), m_curve(new QComboBox(this)), m_smoothed(new QCheckBox(this)), m_logarithmic(new QCheckBox(this)), m_race(new QCheckBox(this)),
      m_chart(new LineChart(this))
{
    m_curve->setObjectName(QStringLiteral("epochCurve"));
    m_smoothed->setObjectName(QStringLiteral("lossSmoothed"));
    m_logarithmic->setObjectName(QStringLiteral("lossLogarithmic"));
    m_race->setObjectName(QStringLiteral("lossRace"));
    m_race->setChecked(true);
    m_chart->setObjectName(QStringLiteral("lossChart"));
    m_chart->setMinimumHeight(120);
    for (int curve = 0; curve <= int(EpochCurve::Seconds); ++curve)
        m_curve->addItem(QString(), curve);
    m_curve->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_curve->setMinimumContentsLength(curveLetters);
    arrange();
    connect(m_curve, &QComboBox::currentIndexChanged, this, &LossView::draw);
    for (const QCheckBox *choice : {m_smoothed, m_logarithmic, m_race})
        connect(choice, &QCheckBox::toggled, this, &LossView::draw);
    retranslate();
    draw();
}

void LossView::arrange()
{
    auto *row = new FlowLayout;
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(Theme::space + 4);
    row->addWidget(m_curve);
    for (QCheckBox *choice : {m_smoothed, m_logarithmic, m_race})
        row->addWidget(choice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_chart, 1);
}

void LossView::retranslate()
{
    m_curve->setAccessibleName(tr("What is drawn"));
    const QString curves[] = {tr("Loss"), tr("Learning rate"), tr("Size of the gradient"), tr("Seconds an epoch")};
    for (int i = 0; i < m_curve->count(); ++i)
        m_curve->setItemText(i, curves[i]);
    m_smoothed->setText(tr("Smoothed"));
    m_logarithmic->setText(tr("Log scale"));
    m_race->setText(tr("Race"));
    m_race->setToolTip(tr("The curve of the run that this one branched from, beside its own"));
}

void LossView::setEpochs(const QList<EpochRecord> &epochs, const QString &title, const QString &provenance)
{
    m_epochs = epochs;
    m_title = title;
    m_provenance = provenance;
    draw();
}

void LossView::setRival(const std::optional<Rival> &rival)
{
    m_rival = rival;
    draw();
}

void LossView::setMarked(int epoch)
{
    if (std::exchange(m_marked, epoch) != epoch)
        draw();
}

/// The best epoch has a mark with words at its place already.
ChartContent LossView::content() const
{
    const EpochChartStyle style{EpochCurve(m_curve->currentData().toInt()), m_smoothed->isChecked(), m_logarithmic->isChecked()};
    const bool isRace = m_rival && m_race->isChecked() && !m_epochs.isEmpty();
    ChartContent content = isRace ? raceChart(m_epochs, *m_rival, m_title, m_provenance, style) : lossChart(m_epochs, m_title, m_provenance, style);
    if (m_marked > 0 && !content.isEmpty() && (isRace || m_marked != bestEpoch(m_epochs)))
        content.marks.append(VerticalMark{m_marked + (isRace ? m_rival->epoch : 0), {}});
    std::ranges::sort(content.marks, {}, &VerticalMark::index); // as they are drawn
    return content;
}

void LossView::draw()
{
    for (QWidget *choice : std::initializer_list<QWidget *>{m_curve, m_smoothed, m_logarithmic})
        choice->setVisible(!m_epochs.isEmpty());
    m_race->setVisible(m_rival && !m_epochs.isEmpty());
    m_smoothed->setEnabled(EpochCurve(m_curve->currentData().toInt()) != EpochCurve::LearningRate); // it is as it was set
    m_chart->setContent(content());
}

void LossView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    draw();
}

} // namespace foretrail
