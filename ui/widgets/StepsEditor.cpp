#include "ui/widgets/StepsEditor.h"

#include "core/behaviour/flows/Funnel.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QToolButton>

namespace foretrail {

StepsEditor::StepsEditor(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_list(new QListWidget), m_words(new QComboBox), m_add(makeButton(QStringLiteral("addFunnelStep"), QStringLiteral("add"))),
      m_remove(makeButton(QStringLiteral("removeFunnelStep"), QStringLiteral("remove"))), m_up(makeButton(QStringLiteral("funnelStepUp"), QStringLiteral("up"))),
      m_down(makeButton(QStringLiteral("funnelStepDown"), QStringLiteral("down"))), m_hint(new QLabel)
{
    m_list->setObjectName(QStringLiteral("funnelSteps"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_list->installEventFilter(this);
    m_words->setObjectName(QStringLiteral("funnelWords"));
    m_words->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_words->setMinimumContentsLength(8);
    m_hint->setProperty("quiet", true);
    m_hint->setWordWrap(true);
    m_title->setBuddy(m_list);
    auto *moving = new QHBoxLayout;
    for (QToolButton *button : {m_up, m_down, m_remove})
        moving->addWidget(button);
    moving->addStretch(1);
    auto *adding = new QHBoxLayout;
    adding->addWidget(m_words, 1);
    adding->addWidget(m_add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, Theme::space, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    layout->addLayout(moving);
    layout->addLayout(adding);
    layout->addWidget(m_hint);
    connect(m_add, &QToolButton::clicked, this, &StepsEditor::add);
    connect(m_remove, &QToolButton::clicked, this, &StepsEditor::remove);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_list, &QListWidget::itemChanged, this, &StepsEditor::changed);
    connect(m_list, &QListWidget::currentRowChanged, this, &StepsEditor::enableButtons);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &StepsEditor::changed);
    showTexts();
    enableButtons();
}

QToolButton *StepsEditor::makeButton(const QString &name, const QString &icon)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(Theme::icon(icon));
    return button;
}

void StepsEditor::setWords(const QStringList &words)
{
    m_words->clear();
    m_words->addItems(words);
}

QStringList StepsEditor::steps() const
{
    QStringList steps;
    for (int row = 0; row < m_list->count(); ++row)
        steps << m_list->item(row)->text();
    return steps;
}

void StepsEditor::append(const QString &step)
{
    auto *item = new QListWidgetItem(step);
    item->setFlags(item->flags() | Qt::ItemIsEditable);
    item->setToolTip(step);
    m_list->addItem(item);
}

void StepsEditor::setSteps(const QStringList &steps)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const QString &step : steps)
        append(step);
    m_list->setCurrentRow(steps.isEmpty() ? -1 : 0);
    enableButtons();
}

void StepsEditor::add()
{
    if (m_words->currentText().isEmpty() || m_list->count() >= FunnelRequest::mostSteps)
        return;
    append(m_words->currentText());
    m_list->setCurrentRow(m_list->count() - 1);
    Q_EMIT changed();
}

void StepsEditor::remove()
{
    if (m_list->currentRow() < 0 || m_list->count() <= 2)
        return;
    delete m_list->takeItem(m_list->currentRow());
    enableButtons();
    Q_EMIT changed();
}

void StepsEditor::move(int by)
{
    const int from = m_list->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    QListWidgetItem *item = m_list->takeItem(from);
    m_list->insertItem(to, item);
    m_list->setCurrentRow(to);
    Q_EMIT changed();
}

void StepsEditor::enableButtons()
{
    const int row = m_list->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
    m_remove->setEnabled(row >= 0 && m_list->count() > 2);
    m_add->setEnabled(m_list->count() < FunnelRequest::mostSteps);
}

bool StepsEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Delete)
        remove();
    else if (key->modifiers().testFlag(Qt::AltModifier) && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))
        move(key->key() == Qt::Key_Up ? -1 : 1);
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

void StepsEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

void StepsEditor::showTexts()
{
    m_title->setText(tr("&Steps"));
    m_list->setAccessibleName(tr("Steps of the funnel"));
    m_words->setAccessibleName(tr("Kind of events to add"));
    const auto name = [](QToolButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_add, tr("Add as the last step"));
    name(m_remove, tr("Remove the step (Delete)"));
    name(m_up, tr("Earlier (Alt+Up)"));
    name(m_down, tr("Later (Alt+Down)"));
    m_hint->setText(tr("Drag to reorder. Double-click a step to narrow it: view@category=KEY or view@item=KEY."));
}

} // namespace foretrail
