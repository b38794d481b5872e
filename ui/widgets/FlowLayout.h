#pragma once

#include <QLayout>

#include <vector>

namespace foretrail {

/// Lays widgets out in lines as words are: what finds no room goes to the next line, so that a row of buttons is no wider than its widest
/// where the window is narrow or the type large. In a line, what may grow sideways takes the room that is left.
class FlowLayout : public QLayout {
    Q_OBJECT
public:
    using QLayout::QLayout;
    ~FlowLayout() override;

    void addStretch(); ///< what follows stands at the right of its line
    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;

private:
    struct Line {
        QList<QLayoutItem *> items;
        int width = 0; ///< of its items, as narrow as they are content with, and the spaces between
        int height = 0;
    };
    std::vector<Line> linesIn(int width) const;
    void place(const Line &line, const QRect &rect) const;
    QSize withMargins(const QSize &size) const;

    QList<QLayoutItem *> m_items;
};

} // namespace foretrail
