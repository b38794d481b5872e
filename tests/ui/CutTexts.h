#pragma once

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QFontMetrics>
#include <QLabel>
#include <QRadioButton>
#include <QToolButton>

namespace foretrail::test {

/// Where a text has no room, for a person who has to mend it.
inline QString withoutRoom(const QWidget &widget, const QString &text, int needed, int room)
{
    const QString name = widget.objectName().isEmpty() ? QString::fromLatin1(widget.metaObject()->className()) : widget.objectName();
    return QStringLiteral("%1 \"%2\" needs %3 of %4 px").arg(name, text.left(60)).arg(needed).arg(room);
}

/// Whether it is on screen with a text that it does not elide itself: what does so has given up its own width and says the whole in a tooltip.
inline bool showsWhole(const QWidget &widget, const QString &text)
{
    return widget.isVisible() && !text.isEmpty() && widget.sizePolicy().horizontalPolicy() != QSizePolicy::Ignored;
}

/// Labels and buttons of a window that show less than their text.
inline QStringList cutTexts(const QWidget &window)
{
    QStringList cut;
    const auto tell = [&cut](const QWidget *widget, const QString &text, int needed, int room) { cut << withoutRoom(*widget, text, needed, room); };
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (!showsWhole(*label, label->text()))
            continue;
        if (label->wordWrap()) {
            if (const int needed = label->heightForWidth(label->width()); needed > label->height() + 2)
                tell(label, label->text(), needed, label->height());
        } else if (const QSize needed = label->minimumSizeHint(); needed.width() > label->width() + 1 || needed.height() > label->height() + 1) {
            tell(label, label->text(), needed.width(), label->width());
        }
    }
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (!showsWhole(*button, button->text()))
            continue;
        if (const auto *tool = qobject_cast<const QToolButton *>(button); tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull())
            continue; // its text is a name, for those who hear it
        const bool hasBox = qobject_cast<const QCheckBox *>(button) || qobject_cast<const QRadioButton *>(button);
        const QSize text = QFontMetrics(button->font()).size(Qt::TextShowMnemonic, button->text());
        if (const int needed = text.width() + (hasBox ? 18 : 0); needed > button->width())
            tell(button, button->text(), needed, button->width());
        else if (text.height() > button->height() + 1)
            tell(button, button->text(), text.height(), button->height());
    }
    return cut;
}

/// Stricter: texts that have less room than their widgets ask for, margins included, and boxes that are lower than a line. Buttons of the rail are
/// left out, which shows icons alone in large type, and those of the menus of charts.
inline QStringList crampedTexts(const QWidget &window)
{
    QStringList cramped;
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (!showsWhole(*label, label->text()))
            continue;
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->minimumSizeHint().width();
        if (const int room = label->wordWrap() ? label->height() : label->width(); room < needed)
            cramped << withoutRoom(*label, label->text(), needed, room);
    }
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (!button->isVisible() || button->text().isEmpty() || button->text() == QStringLiteral("⋯") || button->objectName().startsWith(QStringLiteral("rail")))
            continue;
        if (const int needed = button->minimumSizeHint().width(); button->width() < needed)
            cramped << withoutRoom(*button, button->text(), needed, button->width());
    }
    for (const QComboBox *combo : window.findChildren<QComboBox *>())
        if (const int needed = combo->fontMetrics().height(); combo->isVisible() && combo->height() < needed)
            cramped << withoutRoom(*combo, combo->currentText(), needed, combo->height());
    return cramped;
}

} // namespace foretrail::test
