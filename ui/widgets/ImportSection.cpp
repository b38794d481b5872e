#include "ui/widgets/ImportSection.h"

#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace foretrail {

ImportSection::ImportSection(const QString &name, bool isOpen, QWidget *parent)
    : QWidget(parent), m_heading(new QToolButton(this)), m_body(new QWidget(this)), m_fields(new QVBoxLayout(m_body))
{
    setObjectName(name);
    m_heading->setObjectName(name + QStringLiteral("Heading"));
    m_heading->setCheckable(true);
    m_heading->setChecked(isOpen);
    m_heading->setProperty("heading", true);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_heading->setFont(bold);
    m_fields->setContentsMargins(0, 0, 0, Theme::space);
    m_fields->setSpacing(4);
    m_body->setVisible(isOpen);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_heading);
    layout->addWidget(m_body);
    connect(m_heading, &QToolButton::toggled, this, [this](bool isNowOpen) {
        m_body->setVisible(isNowOpen);
        showHeading();
    });
}

void ImportSection::setOpen(bool isOpen)
{
    m_heading->setChecked(isOpen);
}

void ImportSection::setPreview(const ImportPreview &preview)
{
    fill(preview);
    showHeading();
}

void ImportSection::setTitle(const QString &title)
{
    m_title = title;
    showHeading();
}

void ImportSection::finish()
{
    retranslate();
    showHeading();
}

void ImportSection::showHeading()
{
    const QString held = m_heading->isChecked() ? QString() : summary();
    m_heading->setArrowType(m_heading->isChecked() ? Qt::DownArrow : Qt::RightArrow);
    m_heading->setText(held.isEmpty() ? m_title : tr("%1: %2", "heading: what it holds").arg(m_title, held));
    m_heading->setToolTip(held);
    m_heading->setAccessibleName(m_heading->text());
}

QComboBox *ImportSection::addCombo(QLabel *title, const QString &name)
{
    auto *combo = new QComboBox(m_body);
    combo->setObjectName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(8);
    combo->setFocusPolicy(Qt::StrongFocus);
    combo->installEventFilter(this);
    addRow(title, combo);
    connect(combo, &QComboBox::activated, this, &ImportSection::changed);
    return combo;
}

QComboBox *ImportSection::addEditable(QLabel *title, const QString &name)
{
    QComboBox *combo = addCombo(title, name);
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->setMaxVisibleItems(16);
    connect(combo->lineEdit(), &QLineEdit::editingFinished, this, [this, combo] {
        if (combo->lineEdit()->isModified()) {
            combo->lineEdit()->setModified(false);
            Q_EMIT changed();
        }
    });
    return combo;
}

QLineEdit *ImportSection::addEdit(QLabel *title, const QString &name)
{
    auto *edit = new QLineEdit(m_body);
    edit->setObjectName(name);
    addRow(title, edit);
    return edit;
}

QSpinBox *ImportSection::addSpin(QLabel *title, const QString &name)
{
    auto *spin = new QSpinBox(m_body);
    spin->setObjectName(name);
    spin->setKeyboardTracking(false);
    spin->setFocusPolicy(Qt::StrongFocus);
    spin->installEventFilter(this);
    addRow(title, spin);
    return spin;
}

QCheckBox *ImportSection::addCheck(const QString &name)
{
    auto *check = new QCheckBox(m_body);
    check->setObjectName(name);
    m_fields->addSpacing(4);
    m_fields->addWidget(check);
    connect(check, &QCheckBox::clicked, this, &ImportSection::changed);
    return check;
}

QLabel *ImportSection::addNote(const QString &name)
{
    auto *note = new QLabel(m_body);
    note->setObjectName(name);
    note->setWordWrap(true);
    note->setProperty("quiet", true);
    note->hide();
    m_fields->addWidget(note);
    return note;
}

void ImportSection::addWidget(QWidget *widget)
{
    m_fields->addWidget(widget);
}

void ImportSection::addLink(QWidget *button)
{
    m_fields->addWidget(button, 0, Qt::AlignLeft);
}

void ImportSection::addRow(QLabel *title, QWidget *field)
{
    title->setParent(m_body);
    title->setBuddy(field);
    title->setWordWrap(true);
    m_fields->addWidget(title);
    m_fields->addWidget(field);
}

void ImportSection::setShown(bool isShown, std::initializer_list<QWidget *> widgets)
{
    for (QWidget *widget : widgets)
        widget->setVisible(isShown);
}

bool ImportSection::eventFilter(QObject *watched, QEvent *event)
{
    // A wheel that scrolls the settings must not change the one under it.
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ImportSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    showHeading();
}

void Combo::choose(QComboBox *combo, const QVariant &data, const QString &text)
{
    const QSignalBlocker blocker(combo);
    if (combo->findData(data) < 0)
        combo->addItem(text, data);
    combo->setCurrentIndex(combo->findData(data));
}

void Combo::refill(QComboBox *combo, const QList<Item> &items)
{
    const QSignalBlocker blocker(combo);
    const QVariant chosen = combo->currentData();
    combo->clear();
    for (const auto &[text, data] : items)
        combo->addItem(text, data);
    if (chosen.isValid())
        choose(combo, chosen, chosen.toString());
}

} // namespace foretrail
