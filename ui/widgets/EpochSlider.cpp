#include "ui/widgets/EpochSlider.h"

#include "ui/charts/EpochCharts.h"
#include "ui/charts/Ticks.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr int playMs = 80;           ///< an epoch is on screen
constexpr int narrowestSlider = 120; ///< px

} // namespace

EpochSlider::EpochSlider(QWidget *parent)
    : QWidget(parent), m_play(new QPushButton(this)), m_slider(new QSlider(Qt::Horizontal, this)), m_words(new QLabel(this)), m_branch(new QPushButton(this))
{
    setObjectName(QStringLiteral("epochSliderRow"));
    m_play->setObjectName(QStringLiteral("playEpochs"));
    m_slider->setObjectName(QStringLiteral("epochSlider"));
    m_words->setObjectName(QStringLiteral("epochWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_branch->setObjectName(QStringLiteral("branchEpoch"));
    m_timer.setInterval(playMs);
    arrange();
    connect(&m_timer, &QTimer::timeout, this, &EpochSlider::playOn);
    connect(m_play, &QPushButton::clicked, this, &EpochSlider::togglePlaying);
    connect(m_branch, &QPushButton::clicked, this, &EpochSlider::branchClicked);
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        showState();
        Q_EMIT moved();
    });
    connect(m_slider, &QSlider::sliderPressed, this, [this] {
        m_timer.stop();
        showState();
    });
    retranslate();
    setTrail({}, 0);
}

void EpochSlider::arrange()
{
    auto *row = new FlowLayout;
    row->setSpacing(Theme::space);
    m_slider->setMinimumWidth(narrowestSlider);
    for (QWidget *part : std::initializer_list<QWidget *>{m_play, m_slider, m_branch})
        row->addWidget(part);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_words);
}

void EpochSlider::retranslate()
{
    m_slider->setAccessibleName(tr("Epoch"));
    m_slider->setToolTip(tr("Which epoch is shown: forecast, weights and gates as they were then"));
    showState();
}

void EpochSlider::setTrail(const std::shared_ptr<const EpochTrail> &trail, int epochs)
{
    m_timer.stop();
    m_trail = trail && !trail->isEmpty() ? trail : nullptr;
    m_epochs = epochs;
    const QSignalBlocker blocker(m_slider);
    const int count = m_trail ? int(m_trail->epochs().size()) : 1;
    int shown = count - 1;
    for (int i = 0; m_trail && i < count; ++i)
        if (m_trail->epochs()[size_t(i)].epoch == m_trail->best())
            shown = i;
    m_slider->setRange(0, count - 1);
    m_slider->setPageStep(std::max(1, count / 10));
    m_slider->setValue(shown);
    setVisible(m_trail != nullptr);
    showState();
}

void EpochSlider::setBranchProblem(const QString &problem)
{
    m_branchProblem = problem;
    showState();
}

const JudgedEpoch *EpochSlider::current() const { return m_trail ? &m_trail->epochs()[size_t(m_slider->value())] : nullptr; }

/// From the beginning where the end is shown.
void EpochSlider::togglePlaying()
{
    if (m_timer.isActive()) {
        m_timer.stop();
    } else {
        if (m_slider->value() == m_slider->maximum())
            m_slider->setValue(0);
        m_timer.start();
    }
    showState();
}

void EpochSlider::playOn()
{
    m_slider->setValue(m_slider->value() + 1);
    if (m_slider->value() == m_slider->maximum())
        m_timer.stop();
    showState();
}

void EpochSlider::showState()
{
    m_play->setText(m_timer.isActive() ? tr("Pause") : tr("Play"));
    m_play->setToolTip(tr("Replays the training, epoch by epoch"));
    const JudgedEpoch *epoch = current();
    if (!epoch)
        return m_words->clear();
    const QLocale locale;
    QStringList parts{epoch->epoch == 0 ? epochTitle(0) : tr("Epoch %1 of %2").arg(locale.toString(epoch->epoch), locale.toString(m_epochs))};
    if (!std::isnan(epoch->trainingLoss))
        parts += tr("training %1").arg(plainNumber(epoch->trainingLoss));
    if (!std::isnan(epoch->validationLoss))
        parts += tr("validation %1").arg(plainNumber(epoch->validationLoss));
    if (epoch->epoch == m_trail->best())
        parts += tr("the best");
    const auto kept = qsizetype(m_trail->epochs().size());
    if (kept < m_epochs + 1)
        parts += tr("%1 epochs are kept").arg(locale.toString(kept));
    m_words->setText(parts.join(QStringLiteral(" · ")));
    m_slider->setAccessibleDescription(m_words->text());
    m_branch->setText(tr("Branch from epoch %1...").arg(locale.toString(epoch->epoch)));
    m_branch->setEnabled(m_branchProblem.isEmpty());
    m_branch->setToolTip(m_branchProblem.isEmpty() ? tr("Trains on from here with other settings; the two are drawn beside each other") : m_branchProblem);
}

void EpochSlider::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
