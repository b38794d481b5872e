#include "ui/widgets/TabOrder.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QGridLayout>
#include <QMessageBox>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

namespace foretrail {

namespace {

void collect(QWidget *part, QList<QWidget *> &controls);

QList<QLayoutItem *> itemsOf(const QFormLayout &form)
{
    QList<QLayoutItem *> items;
    for (int row = 0; row < form.rowCount(); ++row)
        for (const QFormLayout::ItemRole role : {QFormLayout::SpanningRole, QFormLayout::LabelRole, QFormLayout::FieldRole})
            if (QLayoutItem *item = form.itemAt(row, role); item && !items.contains(item)) // one that spans a row has each role
                items.append(item);
    return items;
}

QList<QLayoutItem *> itemsOf(const QGridLayout &grid)
{
    QList<std::pair<std::pair<int, int>, QLayoutItem *>> placed;
    for (int i = 0; i < grid.count(); ++i) {
        int row = 0, column = 0, rows = 0, columns = 0;
        grid.getItemPosition(i, &row, &column, &rows, &columns);
        placed.append({{row, column}, grid.itemAt(i)});
    }
    std::stable_sort(placed.begin(), placed.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<QLayoutItem *> items;
    for (const auto &[place, item] : placed)
        items.append(item);
    return items;
}

QList<QLayoutItem *> itemsOf(const QLayout &layout)
{
    if (const auto *form = qobject_cast<const QFormLayout *>(&layout))
        return itemsOf(*form);
    if (const auto *grid = qobject_cast<const QGridLayout *>(&layout))
        return itemsOf(*grid);
    QList<QLayoutItem *> items;
    for (int i = 0; i < layout.count(); ++i)
        items.append(layout.itemAt(i));
    return items;
}

void collect(const QLayout &layout, QList<QWidget *> &controls)
{
    for (QLayoutItem *item : itemsOf(layout))
        if (QWidget *part = item->widget())
            collect(part, controls);
        else if (const QLayout *inside = item->layout())
            collect(*inside, controls);
}

/// Parts without a layout, as they lie in what holds them.
QList<QWidget *> partsOf(const QWidget &holder)
{
    QList<QWidget *> parts;
    if (const auto *splitter = qobject_cast<const QSplitter *>(&holder)) {
        for (int i = 0; i < splitter->count(); ++i)
            parts.append(splitter->widget(i));
        return parts;
    }
    if (const auto *tabs = qobject_cast<const QTabWidget *>(&holder)) {
        parts.append(tabs->tabBar());
        for (int i = 0; i < tabs->count(); ++i)
            parts.append(tabs->widget(i));
        return parts;
    }
    if (const auto *area = qobject_cast<const QScrollArea *>(&holder); area && area->widget())
        return {area->widget()};
    return holder.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
}

bool isControl(const QWidget &part) { return (part.focusPolicy() & Qt::TabFocus) && !part.focusProxy(); }

/// What lies in a part above its layout, as the button of a menu in the corner of a chart.
QList<QWidget *> looseIn(const QWidget &part, const QList<QWidget *> &laidOut)
{
    QList<QWidget *> loose = part.findChildren<QWidget *>();
    loose.removeIf([&](const QWidget *inside) { return inside->window() != part.window() || !isControl(*inside) || laidOut.contains(inside); });
    return loose;
}

void collect(QWidget *part, QList<QWidget *> &controls)
{
    if (part->isWindow())
        return;
    if (isControl(*part))
        controls.append(part);
    if (const QLayout *layout = part->layout()) {
        QList<QWidget *> laidOut;
        collect(*layout, laidOut);
        controls += looseIn(*part, laidOut) + laidOut;
        return;
    }
    for (QWidget *inside : partsOf(*part))
        collect(inside, controls);
}

} // namespace

TabOrder::TabOrder(QObject *parent) : QObject(parent) { qApp->installEventFilter(this); }

void TabOrder::arrange(const QDialog &dialog)
{
    QList<QWidget *> controls;
    if (dialog.layout())
        collect(*dialog.layout(), controls);
    for (qsizetype i = 1; i < controls.size(); ++i)
        QWidget::setTabOrder(controls[i - 1], controls[i]);
}

bool TabOrder::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        if (const auto *dialog = qobject_cast<QDialog *>(watched); dialog && !qobject_cast<QFileDialog *>(watched) && !qobject_cast<QMessageBox *>(watched))
            arrange(*dialog);
    return false;
}

} // namespace foretrail
