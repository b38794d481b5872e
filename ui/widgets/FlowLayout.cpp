#include "ui/widgets/FlowLayout.h"

#include <algorithm>

namespace foretrail {

namespace {

bool isGrowing(const QLayoutItem *item) { return item->expandingDirections().testFlag(Qt::Horizontal); }

/// What may grow is content with its least.
int wantedWidth(const QLayoutItem *item) { return isGrowing(item) ? item->minimumSize().width() : item->sizeHint().width(); }

/// Of `rest` pixels that are left over widgets take what they may, and stretches what is left of that.
std::vector<int> widthsOf(const QList<QLayoutItem *> &items, int widest, int rest)
{
    std::vector<int> widths;
    for (const QLayoutItem *item : items)
        widths.push_back(std::min(wantedWidth(item), widest));
    for (const bool isStretch : {false, true}) {
        const auto grows = [&](QLayoutItem *item) { return isGrowing(item) && (item->spacerItem() != nullptr) == isStretch; };
        auto growing = int(std::ranges::count_if(items, grows));
        for (qsizetype i = 0; i < items.size(); ++i) {
            if (!grows(items[i]))
                continue;
            const int more = std::min(rest / growing--, items[i]->maximumSize().width() - widths[size_t(i)]);
            widths[size_t(i)] += more;
            rest -= more;
        }
    }
    return widths;
}

} // namespace

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addStretch() { addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding, QSizePolicy::Minimum)); }

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
    invalidate();
}

QLayoutItem *FlowLayout::takeAt(int index) { return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr; }

std::vector<FlowLayout::Line> FlowLayout::linesIn(int width) const
{
    std::vector<Line> lines;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty() && !item->spacerItem())
            continue; // hidden
        const int wanted = wantedWidth(item);
        if (lines.empty() || (!lines.back().items.isEmpty() && lines.back().width + spacing() + wanted > width))
            lines.emplace_back();
        Line &line = lines.back();
        line.width += wanted + (line.items.isEmpty() ? 0 : spacing());
        line.height = std::max(line.height, item->sizeHint().height());
        line.items.append(item);
    }
    return lines;
}

void FlowLayout::place(const Line &line, const QRect &rect) const
{
    const std::vector<int> widths = widthsOf(line.items, rect.width(), std::max(0, rect.width() - line.width));
    int left = rect.left();
    for (qsizetype i = 0; i < line.items.size(); ++i) {
        QLayoutItem *item = line.items[i];
        const int height = std::min(item->sizeHint().height(), line.height);
        item->setGeometry({left, rect.top() + (line.height - height) / 2, widths[size_t(i)], height});
        left += widths[size_t(i)] + spacing();
    }
}

QSize FlowLayout::withMargins(const QSize &size) const
{
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    int height = 0;
    for (const Line &line : linesIn(width - margins.left() - margins.right()))
        height += line.height + (height > 0 ? spacing() : 0);
    return height + margins.top() + margins.bottom();
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo({item->minimumSize().width(), item->sizeHint().height()});
    return withMargins(size);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0, height = 0;
    for (const Line &line : linesIn(QLAYOUTSIZE_MAX)) {
        width = line.width;
        height = line.height;
    }
    return withMargins({width, height});
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    QRect free = rect.marginsRemoved(contentsMargins());
    for (const Line &line : linesIn(free.width())) {
        place(line, {free.left(), free.top(), free.width(), line.height});
        free.setTop(free.top() + line.height + spacing());
    }
}

} // namespace foretrail
