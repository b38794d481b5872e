#include "ui/widgets/RoleHeader.h"

#include "ui/models/ImportWords.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>

namespace foretrail {

namespace {

constexpr int cellMargin = 4;

} // namespace

RoleHeader::RoleHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsMovable(false);
    setHighlightSections(false);
    setDefaultSectionSize(136);
    setMinimumSectionSize(112);
    connect(this, &QHeaderView::sectionResized, this, &RoleHeader::place);
    connect(this, &QHeaderView::sectionCountChanged, this, &RoleHeader::place);
    setSectionsClickable(true);
    connect(this, &QHeaderView::sectionClicked, this, &RoleHeader::openMenu);
}

void RoleHeader::setColumns(const QList<ColumnPlan> &columns, bool hasKeys)
{
    m_columns = columns;
    m_hasKeys = hasKeys;
    viewport()->update();
    m_choosers.removeIf([&](QMap<int, QComboBox *>::iterator it) {
        const bool isLeft = it.key() < columns.size();
        if (isLeft) {
            fill(it.value(), it.key());
        } else {
            it.value()->hide();
            it.value()->deleteLater();
        }
        return !isLeft;
    });
    place();
}

QComboBox *RoleHeader::chooser(int column)
{
    if (QComboBox *there = m_choosers.value(column))
        return there;
    auto *made = new QComboBox(viewport());
    made->setObjectName(QStringLiteral("role_%1").arg(column));
    made->setFont(Theme::tableFont());
    made->setFocusPolicy(Qt::StrongFocus);
    made->setMaxVisibleItems(int(ImportWords::roles().size()));
    made->installEventFilter(this);
    m_choosers.insert(column, made);
    fill(made, column);
    connect(made, &QComboBox::activated, this,
            [this, made, column] { Q_EMIT roleChosen(column, Role(made->currentData().toInt())); });
    made->show();
    orderTabs();
    return made;
}

void RoleHeader::fill(QComboBox *chooser, int column)
{
    const QSignalBlocker blocker(chooser);
    if (chooser->count() == 0) {
        for (const Role role : ImportWords::roles())
            chooser->addItem(ImportWords::roleText(role), int(role));
    }
    const ColumnPlan &plan = m_columns.at(column);
    chooser->setCurrentIndex(chooser->findData(int(plan.role)));
    chooser->setAccessibleName(tr("Meaning of column %1").arg(plan.name));
    chooser->setAccessibleDescription(isKey(column) ? tr("Part of the key") : QString());
    chooser->setToolTip(plan.role == Role::Attribute ? tr("%1: kept as text under this name").arg(plan.name) : plan.name);
}

void RoleHeader::orderTabs()
{
    QWidget *before = parentWidget();
    for (QComboBox *next : std::as_const(m_choosers)) {
        if (before)
            setTabOrder(before, next);
        before = next;
    }
}

QSize RoleHeader::sizeHint() const
{
    const int line = fontMetrics().height();
    return {QHeaderView::sizeHint().width(), 2 * line + 7 * cellMargin};
}

void RoleHeader::place()
{
    const int shown = int(std::min<qsizetype>(count(), m_columns.size()));
    if (shown == 0)
        return;
    const int top = fontMetrics().height() + 2 * cellMargin;
    const int first = std::max(0, visualIndexAt(0));
    const int end = visualIndexAt(viewport()->width() - 1);
    const int last = end < 0 ? shown - 1 : std::min(end + 1, shown - 1);
    for (int column = first; column <= last; ++column)
        chooser(column);
    for (auto it = m_choosers.cbegin(); it != m_choosers.cend(); ++it)
        it.value()->setGeometry(sectionViewportPosition(it.key()) + cellMargin / 2, top, sectionSize(it.key()) - cellMargin,
                                height() - top - cellMargin);
}

void RoleHeader::openMenu(int column)
{
    if (column < 0 || column >= m_columns.size())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("columnMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *key = menu->addAction(tr("Part of the key that tells rows apart"));
    key->setObjectName(QStringLiteral("columnIsKey"));
    key->setCheckable(true);
    key->setChecked(isKey(column));
    connect(key, &QAction::triggered, this, [this, column](bool isNow) { Q_EMIT keyChosen(column, isNow); });
    menu->popup(viewport()->mapToGlobal(QPoint(sectionViewportPosition(column), height())));
}

void RoleHeader::contextMenuEvent(QContextMenuEvent *event)
{
    openMenu(logicalIndexAt(event->pos()));
}

void RoleHeader::paintSection(QPainter *painter, const QRect &rect, int column) const
{
    const QString name = model()->headerData(column, Qt::Horizontal).toString();
    QRect line = rect.adjusted(2 * cellMargin, cellMargin, -cellMargin, 0);
    painter->save();
    painter->setFont(Theme::tableFont());
    if (isKey(column)) {
        painter->setPen(Theme::colors().accentText);
        const QString mark = tr("key");
        painter->drawText(QRect(line.topLeft(), QSize(line.width(), fontMetrics().height())), Qt::AlignRight | Qt::AlignVCenter, mark);
        line.setRight(line.right() - painter->fontMetrics().horizontalAdvance(mark) - cellMargin);
    }
    painter->setPen(Theme::colors().secondary);
    painter->drawText(QRect(line.topLeft(), QSize(line.width(), fontMetrics().height())), Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, line.width()));
    painter->setPen(Theme::colors().line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->restore();
}

bool RoleHeader::eventFilter(QObject *watched, QEvent *event)
{
    // A wheel turned over the header must not change what a column means.
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::ContextMenu) {
        openMenu(m_choosers.key(static_cast<QComboBox *>(watched), -1));
        return true;
    }
    if (event->type() == QEvent::FocusIn) {
        const int column = m_choosers.key(static_cast<QComboBox *>(watched), -1);
        if (column >= 0 && column + 1 < m_columns.size())
            chooser(column + 1); // so that Tab finds the next one
        if (column >= 0)
            Q_EMIT columnFocused(column);
    }
    return QHeaderView::eventFilter(watched, event);
}

void RoleHeader::resizeEvent(QResizeEvent *event)
{
    QHeaderView::resizeEvent(event);
    place();
}

void RoleHeader::changeEvent(QEvent *event)
{
    QHeaderView::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    for (auto it = m_choosers.cbegin(); it != m_choosers.cend(); ++it) {
        const QSignalBlocker blocker(it.value());
        it.value()->clear();
        fill(it.value(), it.key());
    }
}

} // namespace foretrail
