#include "ui/charts/FunnelStrip.h"

#include "ui/charts/HeatPainter.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

namespace foretrail {

FunnelStrip::FunnelStrip(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

QSize FunnelStrip::sizeHint() const { return {400, fontMetrics().height() + 14}; }

void FunnelStrip::setPosition(const FunnelPosition &position)
{
    m_position = position;
    describe();
    update();
}

QStringList FunnelStrip::texts() const
{
    QStringList texts;
    for (int stage = 0; stage < m_position.stages.size(); ++stage)
        texts << (isReached(stage) ? QStringLiteral("✓ ") : QString())
                     + QStringLiteral("%1 %2").arg(stageTitle(m_position.stages[stage].meaning), QLocale().toString(m_position.stages[stage].events));
    return texts;
}

void FunnelStrip::describe()
{
    setAccessibleName(tr("Funnel position"));
    setAccessibleDescription(texts().join(QStringLiteral(" › ")));
    setToolTip(texts().join(QStringLiteral(" › ")));
}

void FunnelStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors &colors = Theme::colors();
    const QStringList texts = this->texts();
    const double arrow = fontMetrics().horizontalAdvance(QStringLiteral(" › ")) + Theme::space;
    const double box = (width() - arrow * double(texts.size() - 1)) / double(std::max<qsizetype>(1, texts.size()));
    for (int stage = 0; stage < texts.size(); ++stage) {
        const QRectF at(double(stage) * (box + arrow) + 0.5, 2.5, box - 1, height() - 5);
        painter.setPen(isReached(stage) ? colors.accent : colors.line);
        painter.setBrush(isReached(stage) ? QBrush(colors.accent) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(at, Theme::radius, Theme::radius);
        painter.setPen(isReached(stage) ? inkOn(colors.accent) : colors.secondary);
        painter.drawText(at, Qt::AlignCenter, fontMetrics().elidedText(texts[stage], Qt::ElideRight, int(at.width()) - Theme::space));
        painter.setPen(colors.secondary);
        if (stage + 1 < texts.size())
            painter.drawText(QRectF(at.right(), 0, arrow, height()), Qt::AlignCenter, QStringLiteral("›"));
    }
}

void FunnelStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        update();
}

} // namespace foretrail
