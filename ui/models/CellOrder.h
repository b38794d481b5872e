#pragma once

#include <QString>
#include <Qt>

class QModelIndex;
class QVariant;

namespace foretrail {

/// The role of what a cell is sorted by where its text does not tell: a number, a date or another text.
inline constexpr int orderRole = Qt::UserRole + 100;

/// Where a cell stands among those of its column: numbers by their size, then texts as the language has them. What is empty, a dash or no
/// number at all stands last in either direction.
class CellOrder {
public:
    CellOrder() = default;
    explicit CellOrder(const QVariant &value);
    /// Of what the cell has of that role, else of its text.
    static CellOrder of(const QModelIndex &cell, int role = orderRole);
    /// The same of the item of a widget: its orderRole, else its text.
    static CellOrder of(const QVariant &own, const QVariant &text);
    static bool isBefore(const CellOrder &one, const CellOrder &other, Qt::SortOrder order);
    /// What views ask for, which turn the answer round where the order is descending.
    static bool isLess(const CellOrder &one, const CellOrder &other, Qt::SortOrder order);

private:
    enum class Kind { Number, Text, Empty };
    Kind m_kind = Kind::Empty;
    double m_number = 0;
    QString m_text;
};

} // namespace foretrail
