#include "ui/widgets/TrainingControls.h"

#include "ui/Trainings.h"
#include "ui/charts/Ticks.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr double leastRate = 1e-8;
constexpr double mostRate = 10;

} // namespace

TrainingControls::TrainingControls(QWidget *parent)
    : QWidget(parent), m_pause(new QPushButton(this)), m_step(new QPushButton(this)), m_best(new QPushButton(this)),
      m_rateTitle(new QLabel(this)), m_rate(new QLineEdit(this)), m_state(new QLabel(this))
{
    setObjectName(QStringLiteral("trainingControls"));
    m_pause->setObjectName(QStringLiteral("pauseTraining"));
    m_step->setObjectName(QStringLiteral("stepTraining"));
    m_best->setObjectName(QStringLiteral("keepBestTraining"));
    m_rate->setObjectName(QStringLiteral("trainingRate"));
    m_state->setObjectName(QStringLiteral("trainingState"));
    m_state->setProperty("quiet", true);
    m_rateTitle->setBuddy(m_rate);
    auto *buttons = new FlowLayout;
    auto *rest = new QHBoxLayout;
    for (QLayout *row : std::initializer_list<QLayout *>{buttons, rest})
        row->setSpacing(Theme::space);
    for (QPushButton *button : {m_pause, m_step, m_best})
        buttons->addWidget(button);
    rest->addWidget(m_rateTitle);
    rest->addWidget(m_rate);
    rest->addWidget(m_state, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(buttons);
    layout->addLayout(rest);
    connect(m_pause, &QPushButton::clicked, this, &TrainingControls::toggle);
    connect(m_step, &QPushButton::clicked, this, [this] {
        m_control->stepOnce();
        showState();
    });
    connect(m_best, &QPushButton::clicked, this, [this] {
        m_control->keepBest();
        m_isEnding = true;
        showState();
    });
    connect(m_rate, &QLineEdit::editingFinished, this, &TrainingControls::applyRate);
    retranslate();
    fitRate();
    setTraining(nullptr);
}

void TrainingControls::setTraining(const Training *training)
{
    const ModelInfo *info = training ? modelRegistry().find(training->spec.model.model) : nullptr;
    const bool isNeural = info && info->isNeural;
    setVisible(isNeural);
    if (!training || !isNeural) {
        m_control.reset();
        return;
    }
    if (m_control != training->control) {
        m_control = training->control;
        m_isOfMany = info->learnsFromPanel;
        m_isEnding = false;
        m_current = m_isOfMany ? training->spec.model.global.learningRate : training->spec.model.learningRate;
        m_rate->setText(QString::number(m_current, 'g', 4));
    }
    m_isSettled = m_isOfMany && !training->epochs.isEmpty() && std::isnan(training->epochs.back().validationLoss);
    const double rate = training->epochs.isEmpty() ? missing : training->epochs.back().learningRate;
    if (!std::isnan(rate) && rate != m_current && !m_rate->hasFocus()) {
        m_current = rate;
        m_rate->setText(QString::number(rate, 'g', 4));
    }
    showState();
}

void TrainingControls::toggle()
{
    m_control->isPaused() ? m_control->resume() : m_control->pause();
    showState();
}

void TrainingControls::applyRate()
{
    bool isNumber = false;
    const double rate = m_rate->text().toDouble(&isNumber);
    if (!m_control || !m_rate->isModified())
        return;
    m_rate->setModified(false);
    if (!isNumber || rate < leastRate || rate > mostRate) {
        m_state->setText(tr("%1 is not a number from %2 to %3: the rate stays.").arg(m_rate->text(), QString::number(leastRate), QString::number(mostRate)));
        m_rate->setText(QString::number(m_current, 'g', 4));
        return;
    }
    m_current = rate;
    m_control->setLearningRate(rate);
}

void TrainingControls::showState()
{
    const bool isPaused = m_control && m_control->isPaused();
    m_pause->setText(isPaused ? tr("Resume") : tr("Pause"));
    m_pause->setToolTip(isPaused ? tr("Goes on where it waits; the numbers are those of a training that never paused")
                                 : tr("Waits after this epoch and lets the next one run; it can go on later, also when the program was closed"));
    m_step->setEnabled(isPaused);
    m_best->setEnabled(!m_isEnding && !m_isSettled);
    m_best->setToolTip(m_isSettled ? tr("How many epochs are worth it is known by now; what still learns are the networks that will forecast")
                       : m_isOfMany ? tr("Ends the search for the best number of epochs here; the networks that will forecast then learn for as many epochs as the best one")
                                    : tr("Ends after this epoch and stores a run with the weights of the best one"));
    const bool waits = m_control && m_control->waitsForPlace();
    m_state->setText(waits                       ? tr("It goes on when another training ends.")
                     : isPaused                   ? tr("It waits, and is kept.")
                     : m_isEnding && m_isOfMany   ? tr("The networks that will forecast learn for as many epochs as the best one.")
                                                  : QString());
}

void TrainingControls::retranslate()
{
    m_step->setText(tr("One epoch"));
    m_step->setToolTip(tr("One more epoch, then it waits again"));
    m_best->setText(tr("End with the best"));
    m_rateTitle->setText(tr("Learning &rate"));
    m_rate->setToolTip(tr("From the next epoch on, in place of what the settings say"));
    showState();
}

void TrainingControls::fitRate()
{
    m_rate->setFixedWidth(std::max(104, fontMetrics().horizontalAdvance(QStringLiteral("0.0001234")) + 3 * Theme::space));
}

void TrainingControls::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitRate();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
