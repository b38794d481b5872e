#include "ui/widgets/ParameterForm.h"

#include "ui/models/RecipeWords.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnsEditor.h"
#include "ui/widgets/DatesEditor.h"
#include "ui/widgets/ParameterEditor.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace foretrail {

ParameterForm::ParameterForm(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Theme::space);
}

namespace {

QString noteOf(const ParameterInfo &parameter, const QJsonValue &value)
{
    for (const ParameterChoice &choice : parameter.choices)
        if (parameter.type == ParameterType::Choice && choice.name == value.toString())
            return choice.note;
    return {};
}

} // namespace

void ParameterForm::clear()
{
    for (const Field &field : std::as_const(m_fields)) {
        field.all->hide();
        field.all->deleteLater(); // one of them may be what is telling of a change now
        field.all->setObjectName({});
    }
    m_fields.clear();
    m_info = {};
}

void ParameterForm::setStep(const StepInfo &info)
{
    // The title tells two languages apart.
    if (info.kind == m_info.kind && info.title == m_info.title)
        return;
    clear();
    m_info = info;
    for (const ParameterInfo &parameter : m_info.parameters)
        addField(parameter);
}

void ParameterForm::addField(const ParameterInfo &parameter)
{
    Field field{new QWidget(this), nullptr, new QLabel, new QLabel};
    field.editor = ParameterEditor::make(parameter, field.all);
    field.problem->setObjectName(QStringLiteral("parameter_%1Problem").arg(parameter.name));
    field.problem->setProperty("problem", true);
    field.note->setObjectName(QStringLiteral("parameter_%1Note").arg(parameter.name));
    field.note->setProperty("quiet", true);
    for (QLabel *label : {field.note, field.problem}) {
        label->setWordWrap(true);
        label->hide();
    }
    auto *grid = new QGridLayout(field.all);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    if (!field.editor->hasTitle()) {
        auto *title = new QLabel(parameter.title, field.all);
        title->setWordWrap(true);
        title->setToolTip(parameter.explanation);
        title->setBuddy(field.editor);
        grid->addWidget(title, 0, 0);
    }
    if (field.editor->isWide())
        grid->addWidget(field.editor, 1, 0, 1, 2);
    else
        grid->addWidget(field.editor, 0, 1);
    grid->addWidget(field.note, 2, 0, 1, 2);
    grid->addWidget(field.problem, 3, 0, 1, 2);
    connect(field.editor, &ParameterEditor::changed, this,
            [this, name = parameter.name, editor = field.editor] { Q_EMIT changed(name, editor->value()); });
    if (auto *dates = qobject_cast<DatesEditor *>(field.editor))
        connect(dates, &DatesEditor::fileWanted, this, [this, name = parameter.name] { Q_EMIT datesFileWanted(name); });
    if (auto *columns = qobject_cast<ColumnsEditor *>(field.editor))
        connect(columns, &ColumnsEditor::keysWanted, this, &ParameterForm::columnKeysWanted);
    m_layout->addWidget(field.all);
    m_fields.insert(parameter.name, field);
}

void ParameterForm::setParameters(const QJsonObject &parameters)
{
    for (const ParameterInfo &parameter : std::as_const(m_info.parameters)) {
        const Field field = m_fields.value(parameter.name);
        const QJsonValue value = parameters.contains(parameter.name) ? parameters.value(parameter.name) : parameter.initial;
        const QString note = noteOf(parameter, value);
        field.editor->setValue(value);
        field.note->setText(note);
        field.note->setVisible(!note.isEmpty());
        field.all->setVisible(isShown(m_info, parameter, parameters));
    }
}

void ParameterForm::setColumnKeys(const QString &by, const QStringList &keys)
{
    for (const Field &field : std::as_const(m_fields))
        if (auto *columns = qobject_cast<ColumnsEditor *>(field.editor))
            columns->setKeys(by, keys);
}

QList<StepProblem> ParameterForm::setProblems(const QList<StepProblem> &problems)
{
    QList<StepProblem> rest = problems;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        QStringList messages;
        rest.removeIf([&](const StepProblem &problem) {
            const bool isHere = problem.parameter == field.key() && !field->all->isHidden();
            if (isHere)
                messages << problem.message;
            return isHere;
        });
        field->problem->setText(messages.join(QLatin1Char(' ')));
        field->problem->setVisible(!messages.isEmpty());
    }
    return rest;
}

} // namespace foretrail
