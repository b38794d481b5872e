#include "ui/widgets/StepInspector.h"

#include "core/preparation/StepRegistry.h"
#include "ui/models/RecipeDraft.h"
#include "ui/models/RecipeModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ParameterForm.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace foretrail {

StepInspector::StepInspector(RecipeDraft &draft, const RecipeModel &model, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_model(model), m_title(new QLabel(this)), m_explanation(new QLabel(this)), m_reason(new QLabel(this)),
      m_problem(new QLabel(this)), m_form(new ParameterForm(this))
{
    setObjectName(QStringLiteral("stepInspector"));
    m_title->setObjectName(QStringLiteral("stepTitle"));
    m_explanation->setObjectName(QStringLiteral("stepExplanation"));
    m_reason->setObjectName(QStringLiteral("stepReason"));
    m_problem->setObjectName(QStringLiteral("stepProblem"));
    m_problem->setProperty("problem", true);
    for (QLabel *label : {m_explanation, m_reason})
        label->setProperty("quiet", true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::space, 2 * Theme::space, 2 * Theme::space, 2 * Theme::space);
    layout->setSpacing(Theme::space);
    for (QLabel *label : {m_title, m_explanation, m_reason, m_problem}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        layout->addWidget(label);
    }
    layout->addSpacing(Theme::space);
    layout->addWidget(m_form);
    layout->addStretch(1);
    connect(m_form, &ParameterForm::changed, this,
            [this](const QString &name, const QJsonValue &value) { m_draft.setParameter(m_draft.current(), name, value); });
    connect(m_form, &ParameterForm::datesFileWanted, this, &StepInspector::datesFileWanted);
    connect(m_form, &ParameterForm::columnKeysWanted, this, &StepInspector::columnKeysWanted);
    connect(&m_draft, &RecipeDraft::changed, this, &StepInspector::showStep);
    connect(&m_draft, &RecipeDraft::currentChanged, this, &StepInspector::showStep);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &StepInspector::showReason);
    showStep();
}

void StepInspector::setProblems(const QList<StepProblem> &problems)
{
    m_problems = problems;
    showProblems();
}

void StepInspector::setColumnKeys(const QString &by, const QStringList &keys) { m_form->setColumnKeys(by, keys); }

void StepInspector::showStep()
{
    const RecipeStep *step = m_draft.currentStep();
    const StepInfo *info = step ? StepRegistry::instance().find(step->kind) : nullptr;
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setText(step ? stepTitle(*step) : tr("No step is selected."));
    m_explanation->setText(info ? info->explanation : step ? tr("This program does not know this step.") : tr("Select a step at the left to see its settings."));
    showReason();
    if (info) {
        m_form->setStep(*info);
        m_form->setParameters(step->parameters);
    } else {
        m_form->clear();
    }
    showProblems();
}

void StepInspector::showReason()
{
    const QString reason = m_model.reason(m_draft.current());
    m_reason->setText(reason.isEmpty() ? QString() : tr("Suggested: %1").arg(reason));
    m_reason->setVisible(!reason.isEmpty());
}

void StepInspector::showProblems()
{
    QList<StepProblem> own;
    for (const StepProblem &problem : std::as_const(m_problems))
        if (problem.step == m_draft.current())
            own.append(problem);
    QStringList messages;
    for (const StepProblem &problem : m_form->setProblems(own))
        messages << problem.message;
    m_problem->setText(messages.join(QLatin1Char(' ')));
    m_problem->setVisible(!messages.isEmpty());
}

void StepInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showStep();
}

} // namespace foretrail
