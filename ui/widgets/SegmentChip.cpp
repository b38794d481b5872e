#include "ui/widgets/SegmentChip.h"

#include "ui/Selection.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace foretrail {

SegmentChip::SegmentChip(Selection &selection, QWidget *parent)
    : QFrame(parent), m_selection(selection), m_text(new QLabel(this)), m_clear(new QToolButton(this))
{
    setObjectName(QStringLiteral("segmentChip"));
    setProperty("card", true);
    m_text->setObjectName(QStringLiteral("segmentChipText"));
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_clear->setObjectName(QStringLiteral("clearSegment"));
    m_clear->setIcon(Theme::icon(QStringLiteral("close")));
    m_clear->setIconSize({14, 14});
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::space, 2, 4, 2);
    layout->setSpacing(4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_clear);
    connect(m_clear, &QToolButton::clicked, this, [this] { m_selection.setSegment({}); });
    connect(&m_selection, &Selection::segmentChanged, this, &SegmentChip::showSegment);
    showSegment();
}

QString SegmentChip::text() const { return m_text->accessibleName(); }

void SegmentChip::showSegment()
{
    const ChosenSegment &segment = m_selection.segment();
    setVisible(!segment.isEverybody());
    if (segment.isEverybody())
        return;
    const QString text = tr("Segment %1: %Ln user(s)", nullptr, int(segment.users->count())).arg(segment.name);
    m_text->setText(fontMetrics().elidedText(text, Qt::ElideRight, std::max(40, m_text->width())));
    m_text->setAccessibleName(text);
    m_text->setToolTip(text);
    m_clear->setToolTip(tr("Show all users again"));
    m_clear->setAccessibleName(m_clear->toolTip());
}

void SegmentChip::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    showSegment();
}

void SegmentChip::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showSegment();
}

QWidget *underSegment(Selection &selection, QWidget *widget)
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(new SegmentChip(selection, column));
    layout->addWidget(widget, 1);
    return column;
}

} // namespace foretrail
