#pragma once

#include <QModelIndex>
#include <QStyledItemDelegate>

namespace foretrail {

/// A row of the item browser: name, size and change below it (before them a triangle for an exception, with its word where there is room for all of it;
/// among exceptions alone the word has a line of its own), a small line at the right; a star where favourites are kept, which a click takes or leaves.
class SeriesDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;
    void setHasStars(bool hasStars) { m_hasStars = hasStars; }
    static QRect starPlace(const QRect &row); ///< where the star of a row is

Q_SIGNALS:
    void starClicked(const QModelIndex &index);

private:
    bool m_hasStars = false;
};

} // namespace foretrail
