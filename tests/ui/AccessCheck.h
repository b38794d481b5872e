#pragma once

#include "tests/ui/UiTest.h"
#include "ui/charts/BarChart.h"
#include "ui/charts/ChartMenu.h"
#include "ui/charts/EventTimeline.h"
#include "ui/charts/HeatMap.h"
#include "ui/charts/LineCanvas.h"
#include "ui/charts/MarkChart.h"
#include "ui/charts/StateStrip.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QCheckBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QTableView>
#include <QTabBar>
#include <QTextBrowser>
#include <QTextEdit>
#include <QToolButton>
#include <QTreeView>

namespace foretrail::test {

/// What a person with a keyboard or a screen reader meets in a window, and what is wrong with it, in words.
namespace Access {

inline QString nameOf(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *one = widget; one && path.size() < 4; one = one->isWindow() ? nullptr : one->parentWidget())
        path.prepend(one->objectName().isEmpty() ? QLatin1String(one->metaObject()->className()) : one->objectName());
    return path.join(QLatin1Char('/'));
}

/// What Tab is to reach, as it stands on screen now.
inline QList<QWidget *> controlsOf(const QWidget &window)
{
    QList<QWidget *> controls;
    for (QWidget *one : window.findChildren<QWidget *>())
        if (one->isVisible() && one->isEnabled() && (one->focusPolicy() & Qt::TabFocus) && !one->focusProxy() && one->window() == &window)
            controls << one;
    return controls;
}

inline bool isChart(const QWidget *widget)
{
    return qobject_cast<const LineCanvas *>(widget) || qobject_cast<const BarChart *>(widget) || qobject_cast<const HeatMap *>(widget) || qobject_cast<const MarkChart *>(widget)
        || qobject_cast<const EventTimeline *>(widget) || qobject_cast<const StateStrip *>(widget);
}

/// Charts that hold nothing yet are no charts.
inline bool isFilled(const QWidget *chart)
{
    if (const auto *line = qobject_cast<const LineCanvas *>(chart))
        return !line->content().isEmpty();
    if (const auto *bars = qobject_cast<const BarChart *>(chart))
        return !bars->content().values.empty();
    if (const auto *marks = qobject_cast<const MarkChart *>(chart))
        return marks->drawing() != nullptr;
    if (const auto *heat = qobject_cast<const HeatMap *>(chart))
        return !heat->content().isEmpty();
    if (const auto *timeline = qobject_cast<const EventTimeline *>(chart))
        return !timeline->rows().isEmpty();
    const auto *strip = qobject_cast<const StateStrip *>(chart);
    return strip && !strip->cursorText().isEmpty();
}

/// Roles that screen readers know such a control by; empty: any.
inline QList<QAccessible::Role> rolesOf(const QWidget *control)
{
    if (isChart(control))
        return {QAccessible::Chart};
    if (qobject_cast<const QCheckBox *>(control))
        return {QAccessible::CheckBox};
    if (qobject_cast<const QRadioButton *>(control))
        return {QAccessible::RadioButton};
    if (qobject_cast<const QAbstractButton *>(control))
        return {QAccessible::Button, QAccessible::ButtonMenu, QAccessible::ButtonDropDown, QAccessible::CheckBox};
    if (qobject_cast<const QComboBox *>(control))
        return {QAccessible::ComboBox};
    if (qobject_cast<const QAbstractSpinBox *>(control))
        return {QAccessible::SpinBox};
    if (qobject_cast<const QTextBrowser *>(control))
        return {QAccessible::StaticText, QAccessible::EditableText};
    if (qobject_cast<const QLineEdit *>(control) || qobject_cast<const QTextEdit *>(control) || qobject_cast<const QPlainTextEdit *>(control))
        return {QAccessible::EditableText};
    if (qobject_cast<const QSlider *>(control))
        return {QAccessible::Slider};
    if (qobject_cast<const QTreeView *>(control))
        return {QAccessible::Tree};
    if (qobject_cast<const QTableView *>(control))
        return {QAccessible::Table};
    if (qobject_cast<const QAbstractItemView *>(control))
        return {QAccessible::List, QAccessible::Table};
    if (qobject_cast<const QTabBar *>(control))
        return {QAccessible::PageTabList};
    return {};
}

inline QString told(QWidget *widget, QAccessible::Text what)
{
    const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
    return access ? access->text(what).trimmed() : QString();
}

/// A chart tells what it shows, its cursor goes by arrow keys and is told, and there is a table of it.
inline QStringList problemsOfChart(QWidget *chart)
{
    QStringList problems;
    const QString description = told(chart, QAccessible::Description);
    if (description.isEmpty())
        problems << nameOf(chart) + QStringLiteral(" does not tell what it shows");
    chart->setFocus(Qt::TabFocusReason);
    bool isTold = false;
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Left, Qt::Key_Down, Qt::Key_Up}) {
        QTest::keyClick(chart, key);
        isTold = isTold || told(chart, QAccessible::Description) != description;
    }
    if (!isTold)
        problems << nameOf(chart) + QStringLiteral(" tells nothing of its cursor: ") + description;
    QTest::keyClick(chart, Qt::Key_Escape);
    const QObject *around = qobject_cast<LineCanvas *>(chart) ? chart->parentWidget() : chart;
    const auto *menu = around->findChild<ChartMenu *>();
    const auto *table = menu ? menu->findChild<QAction *>(QStringLiteral("showTable")) : nullptr;
    if (!table || !table->isVisible() || !table->isEnabled() || !menu->button()->isVisible())
        problems << nameOf(chart) + QStringLiteral(" has no table");
    return problems;
}

inline QStringList problemsOf(const QWidget &window)
{
    QStringList problems;
    for (QWidget *control : controlsOf(window)) {
        if (isChart(control) && !isFilled(control))
            continue;
        const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(control);
        if (!access) {
            problems << nameOf(control) + QStringLiteral(" is not there for screen readers");
            continue;
        }
        if (access->text(QAccessible::Name).trimmed().isEmpty())
            problems << nameOf(control) + QStringLiteral(" has no name");
        if (const auto roles = rolesOf(control); !roles.isEmpty() && !roles.contains(access->role()))
            problems << QStringLiteral("%1 has role %2").arg(nameOf(control), QLatin1String(qAccessibleRoleString(access->role())));
        if (isChart(control))
            problems << problemsOfChart(control);
    }
    return problems;
}

/// Tab goes from control to control, to each of them, and comes back to the first.
inline QStringList lostByTab(QWidget &window)
{
    const QList<QWidget *> wanted = controlsOf(window);
    if (wanted.isEmpty())
        return {};
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        return {QStringLiteral("%1 does not become active").arg(nameOf(&window))};
    wanted.front()->setFocus(Qt::TabFocusReason);
    QWidget *const first = window.focusWidget();
    QWidget *at = first;
    QSet<const QWidget *> visited;
    QStringList way;
    for (qsizetype presses = 0; at && presses < 3 * wanted.size() + 20; ++presses) {
        visited.insert(at);
        way << nameOf(at);
        QTest::keyClick(at, Qt::Key_Tab);
        QWidget *next = window.focusWidget();
        const bool hasParts = qobject_cast<QDateTimeEdit *>(at) || qobject_cast<QTextBrowser *>(at); // of a date, links: Tab goes through them
        if (next == at && !hasParts && wanted.size() > 1)
            return {QStringLiteral("Tab stays in ") + nameOf(at)};
        at = next;
        if (at == first)
            break;
    }
    if (at != first)
        return {QStringLiteral("Tab does not come back to %1 but goes round: %2").arg(nameOf(first), way.mid(way.size() - 8).join(QStringLiteral(" > ")))};
    QStringList lost;
    const QList<QWidget *> there = controlsOf(window);
    for (const QWidget *control : wanted)
        if (there.contains(control) && !visited.contains(control))
            lost << nameOf(control) + QStringLiteral(" is not reached by Tab");
    return lost;
}

/// Of a control, the part of what holds both that it stands in: what scrolls or lies in another column is compared as a whole.
inline const QWidget *partWith(const QWidget *control, const QWidget *inside)
{
    while (control->parentWidget() && control->parentWidget() != inside)
        control = control->parentWidget();
    return control;
}

/// Whether the second one stands before the first on screen: above it and not in a column further right, or in the same row and further left.
inline bool isBefore(const QWidget *first, const QWidget *second)
{
    const QWidget *holder = first->parentWidget();
    while (holder && !holder->isAncestorOf(second))
        holder = holder->parentWidget();
    if (!holder || holder == second || first->isAncestorOf(second) || second->isAncestorOf(first))
        return false;
    constexpr int alignment = 6; // px by which controls of a row or a column may differ
    const QRect from = partWith(first, holder)->geometry(), to = partWith(second, holder)->geometry();
    const bool isSameRow = std::min(from.bottom(), to.bottom()) - std::max(from.top(), to.top()) > std::min(from.height(), to.height()) / 2;
    const bool isRight = to.left() >= from.right() - alignment;
    return isSameRow ? to.right() <= from.left() + alignment : to.bottom() < from.top() + alignment && !isRight;
}

/// What Tab reaches, from the first on, goes from the top to the bottom and from the left to the right.
inline QStringList outOfOrder(const QWidget &window)
{
    const QList<QWidget *> controls = controlsOf(window);
    const auto start = std::find_if(controls.cbegin(), controls.cend(), [&controls](const QWidget *one) {
        return std::ranges::none_of(controls, [one](const QWidget *other) { return isBefore(one, other); });
    });
    if (start == controls.cend())
        return {};
    QStringList problems;
    const QWidget *before = *start;
    for (QWidget *one = before->nextInFocusChain(); one && one != *start; one = one->nextInFocusChain()) {
        if (!controls.contains(one))
            continue;
        if (isBefore(before, one))
            problems << QStringLiteral("%1 comes before %2 by Tab, but stands behind it").arg(nameOf(before), nameOf(one));
        before = one;
    }
    return problems;
}

} // namespace Access

} // namespace foretrail::test
