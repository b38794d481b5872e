#include "ui/widgets/ModelPair.h"

#include "core/training/ModelComparison.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace foretrail {

ModelPair::ModelPair(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_first(new QComboBox), m_second(new QComboBox), m_sentence(new QLabel)
{
    setObjectName(QStringLiteral("modelPair"));
    m_first->setObjectName(QStringLiteral("pairFirst"));
    m_second->setObjectName(QStringLiteral("pairSecond"));
    m_sentence->setObjectName(QStringLiteral("pairSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setProperty("quiet", true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setBuddy(m_first);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_title);
    layout->addWidget(m_first);
    layout->addWidget(m_second);
    layout->addWidget(m_sentence, 1);
    for (QComboBox *box : {m_first, m_second}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(box, &QComboBox::currentIndexChanged, this, &ModelPair::showSentence);
    }
    retranslate();
    hide();
}

void ModelPair::setFindings(const BacktestFindings &findings)
{
    m_findings = findings;
    const QStringList models = findings.isEmpty() ? QStringList() : findings.models();
    const QString first = m_first->currentText(), second = m_second->currentText();
    for (QComboBox *box : {m_first, m_second}) {
        const QSignalBlocker blocker(box);
        box->clear();
        box->addItems(models);
    }
    const QSignalBlocker blockFirst(m_first), blockSecond(m_second);
    m_first->setCurrentIndex(std::max<int>(0, int(models.indexOf(first))));
    const auto other = models.indexOf(second);
    m_second->setCurrentIndex(other >= 0 && second != m_first->currentText() ? int(other) : m_first->currentIndex() == 0 ? int(models.size()) - 1 : 0);
    setVisible(models.size() > 1);
    showSentence();
}

void ModelPair::showSentence()
{
    const QString first = m_first->currentText(), second = m_second->currentText();
    if (first.isEmpty() || first == second) {
        m_sentence->setText(first.isEmpty() ? QString() : tr("Choose two different models."));
        return;
    }
    const TrainingSpec &spec = m_findings.request.spec;
    const LossComparison compared =
        compareModels(m_findings.report.scores, first, second, m_findings.request.options.overlapFor(spec.horizon), spec.model.seed);
    m_sentence->setText(pairSentence(m_findings.report, first, second, compared));
}

void ModelPair::retranslate()
{
    m_title->setText(tr("Com&pare"));
    m_first->setAccessibleName(tr("First of the models to compare"));
    m_second->setAccessibleName(tr("Second of the models to compare"));
    m_sentence->setToolTip(tr("Over series a paired sign-flip test, over folds the test of Diebold and Mariano; the larger p counts."));
    showSentence();
}

void ModelPair::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
