#pragma once

#include <QAbstractButton>
#include <QCheckBox>
#include <QFontMetrics>
#include <QLabel>
#include <QRadioButton>
#include <QToolButton>

namespace foretrail::test {

/// Labels and buttons of a window that show less than their text. Labels that elide it themselves have given up their own width and say the whole
/// in a tooltip: they are left out.
inline QStringList cutTexts(const QWidget &window)
{
    QStringList cut;
    const auto tell = [&cut](const QWidget *widget, const QString &text, int needed, int room) {
        cut << QStringLiteral("%1 \"%2\" needs %3 of %4 px").arg(widget->objectName().isEmpty() ? QLatin1String(widget->metaObject()->className()) : widget->objectName(), text.left(60))
                   .arg(needed).arg(room);
    };
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty() || label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
            continue;
        if (label->wordWrap()) {
            if (const int needed = label->heightForWidth(label->width()); needed > label->height() + 2)
                tell(label, label->text(), needed, label->height());
        } else if (const QSize needed = label->minimumSizeHint(); needed.width() > label->width() + 1 || needed.height() > label->height() + 1) {
            tell(label, label->text(), needed.width(), label->width());
        }
    }
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (!button->isVisible() || button->text().isEmpty() || button->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
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

} // namespace foretrail::test
