#include "ui/widgets/SeriesButton.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/ItemBrowser.h"

#include <QEvent>
#include <QFrame>
#include <QListView>
#include <QScreen>
#include <QVBoxLayout>

namespace foretrail {

namespace {

constexpr QSize popupSize(300, 420);

} // namespace

SeriesButton::SeriesButton(QWidget *parent)
    : QToolButton(parent), m_popup(new QFrame(this, Qt::Popup)), m_browser(new ItemBrowser(m_popup))
{
    setObjectName(QStringLiteral("seriesButton"));
    setIcon(Theme::icon(QStringLiteral("chevron")));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    m_popup->setObjectName(QStringLiteral("seriesPopup"));
    m_popup->setProperty("card", true);
    auto *layout = new QVBoxLayout(m_popup);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_browser);
    connect(this, &QToolButton::clicked, this, &SeriesButton::open);
    // Arrow keys walk through the list and the page follows; a click or Return is the choice.
    for (auto *list : m_browser->findChildren<QListView *>(QStringLiteral("seriesList")))
        for (const auto chosen : {&QListView::clicked, &QListView::activated})
            connect(list, chosen, m_popup, &QWidget::hide);
    showText();
}

void SeriesButton::open()
{
    QRect place(mapToGlobal(QPoint(0, height() + 2)), popupSize.expandedTo(m_popup->minimumSizeHint()));
    const QRect screenPlace = screen()->availableGeometry();
    place.moveRight(std::min(place.right(), screenPlace.right()));
    place.moveBottom(std::min(place.bottom(), screenPlace.bottom()));
    m_popup->setGeometry(place);
    m_popup->show();
    m_browser->setFocus();
}

void SeriesButton::setSeriesText(const QString &text)
{
    m_text = text;
    showText();
}

void SeriesButton::showText()
{
    const QString text = m_text.isEmpty() ? tr("No series") : m_text;
    setText(fontMetrics().elidedText(text, Qt::ElideMiddle, std::max(60, width() - 40)));
    setToolTip(tr("%1. Choose another series").arg(text));
    setAccessibleName(text);
}

void SeriesButton::resizeEvent(QResizeEvent *event)
{
    QToolButton::resizeEvent(event);
    showText();
}

void SeriesButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showText();
}

} // namespace foretrail
