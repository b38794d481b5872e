#include "ui/widgets/ParameterEditor.h"

#include "ui/widgets/ColumnsEditor.h"
#include "ui/widgets/DatesEditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int narrow = 13; ///< digits that a field beside its title shows
constexpr int spinButtons = 56; ///< with the frame, pixels

int bounded(double value)
{
    return int(std::clamp(value, -2e9, 2e9));
}

/// A number where it is one, else the text.
QJsonValue numberFrom(const QString &text)
{
    bool isNumber = false;
    double number = text.toDouble(&isNumber);
    if (!isNumber)
        number = QLocale().toDouble(text, &isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

class WholeEditor : public ParameterEditor {
public:
    WholeEditor(const ParameterInfo &parameter, QWidget *parent) : ParameterEditor(parent), m_spin(new QSpinBox(this))
    {
        m_spin->setRange(bounded(parameter.low), bounded(parameter.high));
        m_spin->setSpecialValueText(parameter.special);
        m_spin->setAlignment(Qt::AlignRight);
        // As wide as its special word wants, since a spin box cuts off the front of what is too long.
        m_spin->setFixedWidth(std::max(narrow * fontMetrics().horizontalAdvance(QLatin1Char('0')),
                                       fontMetrics().horizontalAdvance(parameter.special) + spinButtons));
        setField(m_spin, parameter);
        connect(m_spin, &QSpinBox::valueChanged, this, &ParameterEditor::changed);
    }
    QJsonValue value() const override { return m_spin->value(); }
    bool isWide() const override { return false; }

protected:
    void show(const QJsonValue &value) override { m_spin->setValue(value.toInt()); }

private:
    QSpinBox *m_spin;
};

/// Any number can be typed; an empty field is the special word of the lowest, where there is one.
class NumberEditor : public ParameterEditor {
public:
    NumberEditor(const ParameterInfo &parameter, QWidget *parent)
        : ParameterEditor(parent), m_line(new QLineEdit(this)), m_special(parameter.special), m_low(parameter.low)
    {
        m_line->setAlignment(Qt::AlignRight);
        m_line->setPlaceholderText(m_special);
        m_line->setFixedWidth(narrow * fontMetrics().horizontalAdvance(QLatin1Char('0')));
        setField(m_line, parameter);
        connect(m_line, &QLineEdit::textEdited, this, &ParameterEditor::changed);
    }
    QJsonValue value() const override
    {
        const QString text = m_line->text().trimmed();
        return text.isEmpty() && !m_special.isEmpty() ? QJsonValue(m_low) : numberFrom(text);
    }
    bool isWide() const override { return false; }

protected:
    void show(const QJsonValue &value) override
    {
        const bool isSpecial = !m_special.isEmpty() && value.isDouble() && value.toDouble() == m_low;
        m_line->setText(isSpecial ? QString() : value.isDouble() ? QLocale::c().toString(value.toDouble(), 'g', 12) : value.toString());
    }

private:
    QLineEdit *m_line;
    const QString m_special;
    const double m_low;
};

class ChoiceEditor : public ParameterEditor {
public:
    ChoiceEditor(const ParameterInfo &parameter, QWidget *parent) : ParameterEditor(parent), m_combo(new QComboBox(this))
    {
        m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        for (const ParameterChoice &choice : parameter.choices) {
            m_combo->addItem(choice.title, choice.name);
            m_combo->setItemData(m_combo->count() - 1, choice.title, Qt::ToolTipRole);
        }
        setField(m_combo, parameter);
        connect(m_combo, &QComboBox::activated, this, &ParameterEditor::changed);
    }
    QJsonValue value() const override { return m_combo->currentData().toString(); }

protected:
    void show(const QJsonValue &value) override { m_combo->setCurrentIndex(m_combo->findData(value.toString())); }

private:
    QComboBox *m_combo;
};

class ChoicesEditor : public ParameterEditor {
public:
    ChoicesEditor(const ParameterInfo &parameter, QWidget *parent) : ParameterEditor(parent)
    {
        auto *all = new QWidget(this);
        auto *column = new QVBoxLayout(all);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        for (const ParameterChoice &choice : parameter.choices) {
            auto *check = new QCheckBox(choice.title, all);
            check->setObjectName(QStringLiteral("parameter_%1_%2").arg(parameter.name, choice.name));
            column->addWidget(check);
            m_checks.append({choice.name, check});
            connect(check, &QCheckBox::toggled, this, &ParameterEditor::changed);
        }
        setField(all, parameter);
    }
    QJsonValue value() const override
    {
        QJsonArray chosen;
        for (const auto &[name, check] : m_checks)
            if (check->isChecked())
                chosen.append(name);
        return chosen;
    }

protected:
    void show(const QJsonValue &value) override
    {
        const QJsonArray chosen = value.toArray();
        for (const auto &[name, check] : m_checks) {
            const QSignalBlocker blocker(check);
            check->setChecked(chosen.contains(name));
        }
    }

private:
    QList<std::pair<QString, QCheckBox *>> m_checks;
};

class FlagEditor : public ParameterEditor {
public:
    FlagEditor(const ParameterInfo &parameter, QWidget *parent) : ParameterEditor(parent), m_check(new QCheckBox(parameter.title, this))
    {
        setField(m_check, parameter);
        connect(m_check, &QCheckBox::toggled, this, &ParameterEditor::changed);
    }
    QJsonValue value() const override { return m_check->isChecked(); }
    bool hasTitle() const override { return true; }

protected:
    void show(const QJsonValue &value) override { m_check->setChecked(value.toBool()); }

private:
    QCheckBox *m_check;
};

/// A text, or a list of whole numbers written as one.
class TextEditor : public ParameterEditor {
public:
    TextEditor(const ParameterInfo &parameter, QWidget *parent)
        : ParameterEditor(parent), m_line(new QLineEdit(this)), m_isList(parameter.type == ParameterType::Wholes)
    {
        m_line->setPlaceholderText(parameter.special);
        setField(m_line, parameter);
        connect(m_line, &QLineEdit::textEdited, this, &ParameterEditor::changed);
    }
    QJsonValue value() const override { return m_isList ? listFromText(m_line->text()) : QJsonValue(m_line->text().trimmed()); }

protected:
    void show(const QJsonValue &value) override
    {
        QStringList texts;
        for (const QJsonArray array = value.toArray(); const QJsonValue &one : array)
            texts << one.toVariant().toString();
        m_line->setText(value.isArray() ? texts.join(QStringLiteral(", ")) : value.toString());
    }

private:
    QLineEdit *m_line;
    const bool m_isList;
};

} // namespace

QJsonValue listFromText(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\s,;，、；]+"));
    QJsonArray numbers;
    for (const QString &part : text.split(between, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const double number = part.toDouble(&isNumber);
        if (!isNumber)
            return text;
        numbers.append(number);
    }
    return numbers;
}

void ParameterEditor::setValue(const QJsonValue &value)
{
    if (value == this->value())
        return;
    const QSignalBlocker blocker(this);
    show(value);
}

void ParameterEditor::setField(QWidget *field, const ParameterInfo &parameter)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(field);
    field->setObjectName(QStringLiteral("parameter_") + parameter.name);
    field->setToolTip(parameter.explanation);
    field->setAccessibleName(parameter.title);
    field->setAccessibleDescription(parameter.explanation);
    setFocusProxy(field);
}

ParameterEditor *ParameterEditor::make(const ParameterInfo &parameter, QWidget *parent)
{
    switch (parameter.type) {
    case ParameterType::Whole: return new WholeEditor(parameter, parent);
    case ParameterType::Number: return new NumberEditor(parameter, parent);
    case ParameterType::Choice: return new ChoiceEditor(parameter, parent);
    case ParameterType::Choices: return new ChoicesEditor(parameter, parent);
    case ParameterType::Flag: return new FlagEditor(parameter, parent);
    case ParameterType::Text:
    case ParameterType::Wholes: return new TextEditor(parameter, parent);
    case ParameterType::Dates: return new DatesEditor(parameter, parent);
    case ParameterType::Columns: return new ColumnsEditor(parameter, parent);
    }
    return nullptr;
}

} // namespace foretrail
