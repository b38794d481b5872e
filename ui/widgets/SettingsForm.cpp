#include "ui/widgets/SettingsForm.h"

#include "core/training/SpecPath.h"
#include "ui/models/SettingTexts.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/NamesCompleter.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>

namespace foretrail {

namespace {

constexpr int editorDigits = 18; ///< as wide as that many digits
constexpr int highestWhole = 10'000'000;

/// A number where it is one, else the text itself: then the spec's reader says what is wrong.
QJsonValue typed(const QString &text)
{
    bool isFine = false;
    const qint64 whole = text.toLongLong(&isFine);
    if (isFine)
        return whole;
    double number = text.toDouble(&isFine);
    if (!isFine)
        number = QLocale().toDouble(text, &isFine);
    return isFine ? QJsonValue(number) : QJsonValue(text);
}

constexpr auto mayBeEmpty = "mayBeEmpty"; // a property of fields that may hold nothing
constexpr auto holdsNames = "holdsNames";  // of those that hold a list of names

QJsonValue valueOf(const QLineEdit *line)
{
    if (line->property(holdsNames).toBool())
        return QJsonArray::fromStringList(namesIn(line->text()));
    const QString text = line->text().trimmed();
    return text.isEmpty() && line->property(mayBeEmpty).toBool() ? QJsonValue(QJsonValue::Null) : typed(text);
}

QJsonValue valueOf(const QWidget *editor)
{
    if (const auto *spin = qobject_cast<const QSpinBox *>(editor))
        return spin->value();
    if (const auto *line = qobject_cast<const QLineEdit *>(editor))
        return valueOf(line);
    if (const auto *combo = qobject_cast<const QComboBox *>(editor))
        return combo->currentData().toString();
    return qobject_cast<const QCheckBox *>(editor)->isChecked();
}

QString inField(const QLineEdit *line, const QJsonValue &value)
{
    if (line->property(holdsNames).toBool())
        return value.toVariant().toStringList().join(QStringLiteral(", "));
    if (!value.isDouble() && line->property(mayBeEmpty).toBool())
        return {};
    return value.isDouble() && value.toInteger(-1) >= 0 ? QString::number(value.toInteger()) : QString::number(value.toDouble(), 'g', 12);
}

void showValue(QWidget *editor, const QJsonValue &value)
{
    const QSignalBlocker blocker(editor);
    if (auto *spin = qobject_cast<QSpinBox *>(editor))
        spin->setValue(value.toInt());
    else if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->setText(inField(line, value));
    else if (auto *combo = qobject_cast<QComboBox *>(editor))
        combo->setCurrentIndex(std::max(0, combo->findData(value.toString())));
    else
        qobject_cast<QCheckBox *>(editor)->setChecked(value.toBool());
}

} // namespace

SettingsForm::SettingsForm(const QString &prefix, QWidget *parent) : QWidget(parent), m_prefix(prefix), m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(Theme::space);
    m_layout->setVerticalSpacing(4);
    m_layout->setColumnStretch(0, 1);
}

QString SettingsForm::objectNameOf(const QString &path) const
{
    QString name = m_prefix;
    for (QString part : path.split(QLatin1Char('.')))
        name += part.replace(0, 1, part.front().toUpper());
    return name;
}

void SettingsForm::addHeading(const QString &name)
{
    auto *label = new QLabel(this);
    label->setContentsMargins(0, Theme::space, 0, 0);
    label->setWordWrap(true);
    QFont bold = font();
    bold.setBold(true);
    label->setFont(bold);
    m_headings.insert(name, label);
    m_layout->addWidget(label, m_layout->rowCount(), 0, 1, 2);
}

void SettingsForm::addField(const QString &path, QWidget *editor, bool isWide)
{
    editor->setObjectName(objectNameOf(path));
    if (!isWide)
        editor->setFixedWidth(editorDigits * fontMetrics().horizontalAdvance(QLatin1Char('0')));
    const Field field{new QLabel(this), editor, new QLabel(this)};
    field.title->setBuddy(editor);
    field.title->setWordWrap(true);
    field.problem->setObjectName(objectNameOf(path) + QStringLiteral("Problem"));
    field.problem->setProperty("problem", true);
    field.problem->setWordWrap(true);
    field.problem->hide();
    const int row = m_layout->rowCount();
    const int editorRow = isWide ? row + 1 : row;
    m_layout->addWidget(field.title, row, 0, 1, isWide ? 2 : 1);
    m_layout->addWidget(editor, editorRow, isWide ? 0 : 1, 1, isWide ? 2 : 1);
    m_layout->addWidget(field.problem, editorRow + 1, 0, 1, 2);
    m_fields.insert(path, field);
    m_order += path;
    retranslate();
}

void SettingsForm::addWhole(const QString &path, int lowest)
{
    auto *spin = new QSpinBox(this);
    spin->setRange(lowest, highestWhole);
    spin->setAlignment(Qt::AlignRight);
    connect(spin, &QSpinBox::valueChanged, this, &SettingsForm::changed);
    addField(path, spin);
}

void SettingsForm::addText(const QString &path)
{
    auto *line = new QLineEdit(this);
    line->setAlignment(Qt::AlignRight);
    connect(line, &QLineEdit::textChanged, this, &SettingsForm::changed);
    addField(path, line);
}

void SettingsForm::addOptional(const QString &path)
{
    addText(path);
    m_fields.value(path).editor->setProperty(mayBeEmpty, true);
}

void SettingsForm::addNames(const QString &path, const QStringList &names)
{
    auto *line = new QLineEdit(this);
    line->setProperty(holdsNames, true);
    line->setCompleter(new NamesCompleter(names, line));
    connect(line, &QLineEdit::textChanged, this, &SettingsForm::changed);
    addField(path, line, true);
}

void SettingsForm::addChoice(const QString &path)
{
    auto *combo = new QComboBox(this);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    fill(combo, path);
    connect(combo, &QComboBox::activated, this, &SettingsForm::changed);
    addField(path, combo);
}

void SettingsForm::addFlag(const QString &path)
{
    auto *check = new QCheckBox(this);
    connect(check, &QCheckBox::toggled, this, &SettingsForm::changed);
    addField(path, check);
}

void SettingsForm::addNote(QWidget *note)
{
    m_layout->addWidget(note, m_layout->rowCount(), 0, 1, 2);
}

void SettingsForm::setHeadingShown(const QString &name, bool isShown)
{
    m_headings.value(name)->setVisible(isShown);
}

void SettingsForm::setHeadingText(const QString &name, const QString &text)
{
    m_headings.value(name)->setText(text);
}

void SettingsForm::setShown(const QString &path, bool isShown)
{
    const Field field = m_fields.value(path);
    field.title->setVisible(isShown);
    field.editor->setVisible(isShown);
    field.problem->setVisible(isShown && !field.problem->text().isEmpty());
}

void SettingsForm::setValues(const QJsonObject &spec)
{
    for (const QString &path : m_order)
        showValue(m_fields.value(path).editor, specValue(spec, path));
}

void SettingsForm::setValue(const QString &path, const QJsonValue &value)
{
    showValue(m_fields.value(path).editor, value);
}

void SettingsForm::writeTo(QJsonObject &spec) const
{
    for (const QString &path : m_order) {
        const QWidget *editor = m_fields.value(path).editor;
        if (!editor->isHidden())
            setSpecValue(spec, path, valueOf(editor));
    }
}

bool SettingsForm::setProblem(const QString &path, const QString &problem)
{
    bool isFound = false;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        const bool isHere = field.key() == path && !problem.isEmpty() && !field->editor->isHidden();
        field->problem->setText(isHere ? problem : QString());
        field->problem->setVisible(isHere);
        isFound = isFound || isHere;
    }
    return isFound;
}

void SettingsForm::fill(QComboBox *combo, const QString &path) const
{
    const QSignalBlocker blocker(combo);
    const int chosen = std::max(0, combo->currentIndex());
    combo->clear();
    for (const auto &[name, words] : settingChoices(path))
        combo->addItem(words, name);
    combo->setCurrentIndex(chosen);
}

void SettingsForm::retranslate()
{
    for (const QString &path : m_order) {
        const Field field = m_fields.value(path);
        const SettingText text = settingText(path);
        field.title->setText(text.title);
        field.title->setToolTip(text.help);
        field.editor->setToolTip(text.help);
        field.editor->setAccessibleName(text.title);
        field.editor->setAccessibleDescription(text.help);
        if (auto *spin = qobject_cast<QSpinBox *>(field.editor))
            spin->setSpecialValueText(text.special);
        else if (auto *line = qobject_cast<QLineEdit *>(field.editor))
            line->setPlaceholderText(text.empty);
        else if (auto *combo = qobject_cast<QComboBox *>(field.editor))
            fill(combo, path);
    }
}

void SettingsForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
