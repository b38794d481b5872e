#pragma once

#include <QHeaderView>

namespace foretrail {

/// Titles at the left of a table's rows, as plain as a first column that stays in sight when the table is scrolled sideways.
class RowTitles : public QHeaderView {
    Q_OBJECT
public:
    explicit RowTitles(QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;

private:
    QString title(int section) const;
};

} // namespace foretrail
