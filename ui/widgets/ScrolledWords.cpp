#include "ui/widgets/ScrolledWords.h"

#include <QEvent>
#include <QLabel>
#include <QScrollBar>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int leastLines = 2;
constexpr int leastWidth = 80;

} // namespace

ScrolledWords::ScrolledWords(QLabel *words, QWidget *parent) : QScrollArea(parent), m_words(words)
{
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setObjectName(m_words->objectName() + QStringLiteral("Area"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setWidget(m_words);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &ScrolledWords::takeKeys);
}

int ScrolledWords::neededHeight() const { return m_words->text().isEmpty() ? 0 : m_words->heightForWidth(std::max(width(), leastWidth)); }

QSize ScrolledWords::sizeHint() const { return {m_words->sizeHint().width(), neededHeight()}; }

QSize ScrolledWords::minimumSizeHint() const
{
    return {leastWidth, std::min(neededHeight(), leastLines * m_words->fontMetrics().lineSpacing())};
}

/// The words are others, or larger.
void ScrolledWords::fit()
{
    setAccessibleName(m_words->text());
    takeKeys();
    updateGeometry();
}

/// Arrow keys scroll what is longer than there is room.
void ScrolledWords::takeKeys()
{
    const bool isLonger = verticalScrollBar()->maximum() > 0 && !m_words->text().isEmpty();
    setFocusPolicy(isLonger ? Qt::TabFocus : Qt::NoFocus);
}

bool ScrolledWords::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        fit();
    return QScrollArea::event(event);
}

void ScrolledWords::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    updateGeometry(); // narrower words are higher
}

} // namespace foretrail
