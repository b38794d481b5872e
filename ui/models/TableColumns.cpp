#include "ui/models/TableColumns.h"

#include "ui/settings/Settings.h"
#include "ui/models/TableHabits.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QCryptographicHash>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTableView>
#include <QTreeView>

#include <utility>

namespace foretrail {

namespace {

constexpr int leastColumns = 2; ///< of fewer there is nothing to arrange
constexpr int mostCopied = 20000; ///< rows; a longer list is exported, which is a job

bool isSorting(const QAbstractItemView &table)
{
    const auto *view = qobject_cast<const QTableView *>(&table);
    const auto *tree = qobject_cast<const QTreeView *>(&table);
    return view ? view->isSortingEnabled() : tree && tree->isSortingEnabled();
}

void sortBy(QAbstractItemView &table, int column, Qt::SortOrder order)
{
    if (auto *view = qobject_cast<QTableView *>(&table))
        view->sortByColumn(column, order);
    else if (auto *tree = qobject_cast<QTreeView *>(&table))
        tree->sortByColumn(column, order);
}

QString inMenu(QString title) { return title.replace(QLatin1Char('&'), QLatin1String("&&")); }

} // namespace

TableColumns::TableColumns(QAbstractItemView &table, Settings &settings)
    : QObject(&table), m_table(table), m_settings(settings), m_header(columnHeader(table))
{
    m_table.installEventFilter(this);
    m_table.viewport()->installEventFilter(this);
    if (hasColumnsInPlace(table))
        return;
    m_header->viewport()->installEventFilter(this);
    m_header->setSectionsMovable(true);
    restore();
    connect(m_header, &QHeaderView::sectionMoved, this, &TableColumns::keep);
    connect(m_header, &QHeaderView::sectionClicked, this, &TableColumns::keep); // which may have sorted
    connect(m_header, &QHeaderView::sectionCountChanged, this, &TableColumns::restore, Qt::QueuedConnection); // once all columns are there
    if (hasColumnsByTitles(table) && table.model())
        connect(table.model(), &QAbstractItemModel::modelReset, this, &TableColumns::restoreOther, Qt::QueuedConnection);
}

QString TableColumns::name() const
{
    const QString ofTable = QStringLiteral("columns/") + m_table.objectName();
    if (!hasColumnsByTitles(m_table))
        return ofTable;
    QStringList titles;
    for (int column = 0; column < m_header->count(); ++column)
        titles << columnTitle(m_table, column);
    const QByteArray hash = QCryptographicHash::hash(titles.join(QLatin1Char('\t')).toUtf8(), QCryptographicHash::Sha1).toHex().left(12);
    return QStringLiteral("%1/%2").arg(ofTable, QLatin1String(hash));
}

bool TableColumns::canArrange() const { return !hasColumnsInPlace(m_table) && !m_header->isHidden() && m_header->count() >= leastColumns; }

void TableColumns::restore()
{
    if (m_header->count() == 0)
        return; // they come
    const QScopedValueRollback guard(m_isRestoring, true);
    const QString before = std::exchange(m_restored, name());
    const bool isOther = m_restored != before && !before.isEmpty();
    arrangeAsUsual();
    const QJsonObject kept = QJsonDocument::fromJson(m_settings.layout(m_restored)).object();
    const QJsonArray order = kept[QLatin1String("order")].toArray();
    const bool isKept = !order.isEmpty() && order.size() == m_header->count();
    for (int place = 0; isKept && place < order.size(); ++place)
        if (const int from = m_header->visualIndex(order[place].toInt(-1)); from >= 0)
            m_header->moveSection(from, place);
    if (isKept)
        for (const QJsonArray array = kept[QLatin1String("hidden")].toArray(); const QJsonValue &column : array)
            setHidden(column.toInt(-1), true);
    const int sorted = isKept ? kept[QLatin1String("sorted")].toInt(-1) : -1;
    if (isSorting(m_table) && sorted < m_header->count() && (sorted >= 0 || isOther))
        sortBy(m_table, sorted, kept[QLatin1String("descending")].toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
}

/// Other columns, though as many as before.
void TableColumns::restoreOther()
{
    if (name() != m_restored)
        restore();
}

void TableColumns::keep() const
{
    if (m_isRestoring || m_header->count() == 0)
        return;
    QJsonArray order, hidden;
    for (int place = 0; place < m_header->count(); ++place)
        order.append(m_header->logicalIndex(place));
    for (const int column : m_hidden)
        hidden.append(column);
    QJsonObject kept{{QLatin1String("order"), order}, {QLatin1String("hidden"), hidden}};
    if (isSorting(m_table)) {
        kept.insert(QLatin1String("sorted"), m_header->sortIndicatorSection());
        kept.insert(QLatin1String("descending"), m_header->sortIndicatorOrder() == Qt::DescendingOrder);
    }
    m_settings.setLayout(name(), QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

/// Where nothing speaks against it.
void TableColumns::show(int column) { m_header->setSectionHidden(column, m_hidden.contains(column) || isLeftOut(m_table, column)); }

/// One column is always seen.
void TableColumns::setHidden(int column, bool isHidden)
{
    const bool isLast = m_header->count() - m_header->hiddenSectionCount() < 2;
    if (column < 0 || column >= m_header->count() || (isHidden && isLast && !m_header->isSectionHidden(column)))
        return;
    if (isHidden)
        m_hidden.insert(column);
    else
        m_hidden.remove(column);
    show(column);
    keep();
}

/// Past columns that are hidden, too.
void TableColumns::move(int column, int by)
{
    const int from = m_header->visualIndex(column);
    int to = from + by;
    while (to >= 0 && to < m_header->count() && m_header->isSectionHidden(m_header->logicalIndex(to)))
        to += by;
    if (to >= 0 && to < m_header->count())
        m_header->moveSection(from, to);
}

bool TableColumns::isMovable(int column, int by) const
{
    for (int to = m_header->visualIndex(column) + by; to >= 0 && to < m_header->count(); to += by)
        if (!m_header->isSectionHidden(m_header->logicalIndex(to)))
            return to > 0 || !qobject_cast<QTreeView *>(&m_table) || m_header->isFirstSectionMovable();
    return false;
}

void TableColumns::reset()
{
    {
        const QScopedValueRollback guard(m_isRestoring, true);
        arrangeAsUsual();
    }
    keep();
}

void TableColumns::arrangeAsUsual()
{
    m_hidden.clear();
    for (int column = 0; column < m_header->count(); ++column) {
        show(column);
        m_header->moveSection(m_header->visualIndex(column), column);
    }
}

bool TableColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ContextMenu || m_table.contextMenuPolicy() != Qt::DefaultContextMenu)
        return false;
    const auto *wanted = static_cast<QContextMenuEvent *>(event);
    const bool isKey = wanted->reason() == QContextMenuEvent::Keyboard;
    if (watched == &m_table && !isKey)
        return false; // its viewport had it
    const int x = watched == m_header->viewport() ? wanted->x() : m_table.viewport()->mapFromGlobal(wanted->globalPos()).x();
    const int column = isKey ? m_table.currentIndex().column() : m_header->logicalIndexAt(x);
    const QRect cell = m_table.visualRect(m_table.currentIndex());
    openMenu(column, isKey ? m_table.viewport()->mapToGlobal(cell.bottomLeft()) : wanted->globalPos());
    return true;
}

void TableColumns::openMenu(int column, const QPoint &at)
{
    auto *menu = new QMenu(&m_table);
    menu->setObjectName(QStringLiteral("tableMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    addCopying(*menu);
    if (isSorting(m_table))
        addSorting(*menu);
    if (canArrange())
        addArranging(*menu, column);
    menu->popup(at);
}

void TableColumns::addCopying(QMenu &menu)
{
    for (QAction *action : m_table.actions())
        if (action->shortcuts().contains(QKeySequence(QKeySequence::Copy))) {
            QAction *copy = menu.addAction(tr("&Copy"), action, &QAction::trigger);
            copy->setShortcut(QKeySequence::Copy);
        }
    QAction *whole = menu.addAction(tr("Copy the &whole table"), this, [this] { QApplication::clipboard()->setText(wholeText(m_table)); });
    const int rows = m_table.model() ? m_table.model()->rowCount() : 0;
    whole->setObjectName(QStringLiteral("copyTable"));
    whole->setEnabled(rows > 0 && rows <= mostCopied);
}

void TableColumns::addSorting(QMenu &menu)
{
    menu.addSeparator();
    QMenu *by = menu.addMenu(tr("&Sort by"));
    by->setObjectName(QStringLiteral("sortBy"));
    for (int place = 0; place < m_header->count(); ++place) {
        const int column = m_header->logicalIndex(place);
        if (m_header->isSectionHidden(column))
            continue;
        const bool isSorted = m_header->sortIndicatorSection() == column;
        const auto order = isSorted && m_header->sortIndicatorOrder() == Qt::DescendingOrder ? Qt::AscendingOrder : Qt::DescendingOrder;
        QAction *action = by->addAction(inMenu(columnTitle(m_table, column)), this, [this, column, order] {
            sortBy(m_table, column, order);
            keep();
        });
        action->setCheckable(true);
        action->setChecked(isSorted);
    }
    if (!m_header->isSortIndicatorClearable())
        return;
    by->addSeparator();
    QAction *first = by->addAction(tr("As at &first"), this, [this] {
        sortBy(m_table, -1, Qt::AscendingOrder);
        keep();
    });
    first->setCheckable(true);
    first->setChecked(m_header->sortIndicatorSection() < 0);
}

void TableColumns::addArranging(QMenu &menu, int column)
{
    menu.addSeparator();
    if (const QString title = column >= 0 ? inMenu(columnTitle(m_table, column)) : QString(); !title.isEmpty()) {
        menu.addAction(tr("Move \"%1\" to the &left").arg(title), this, [this, column] { move(column, -1); })->setEnabled(isMovable(column, -1));
        menu.addAction(tr("Move \"%1\" to the &right").arg(title), this, [this, column] { move(column, 1); })->setEnabled(isMovable(column, 1));
        menu.addAction(tr("&Hide \"%1\"").arg(title), this, [this, column] { setHidden(column, true); })->setEnabled(m_header->count() - m_header->hiddenSectionCount() > 1);
    }
    QMenu *shown = menu.addMenu(tr("C&olumns"));
    shown->setObjectName(QStringLiteral("shownColumns"));
    for (int each = 0; each < m_header->count(); ++each) {
        const bool isHidden = m_header->isSectionHidden(each);
        const QString title = inMenu(columnTitle(m_table, each));
        if (title.isEmpty() || isLeftOut(m_table, each))
            continue; // it has nothing to tell
        QAction *action = shown->addAction(title, this, [this, each, isHidden] { setHidden(each, !isHidden); });
        action->setCheckable(true);
        action->setChecked(!isHidden);
    }
    QAction *usual = menu.addAction(tr("Columns &as they were"), this, &TableColumns::reset);
    usual->setObjectName(QStringLiteral("usualColumns"));
    bool isUsual = m_hidden.isEmpty();
    for (int each = 0; each < m_header->count(); ++each)
        isUsual = isUsual && m_header->visualIndex(each) == each;
    usual->setEnabled(!isUsual);
}

} // namespace foretrail
