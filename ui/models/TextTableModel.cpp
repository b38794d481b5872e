#include "ui/models/TextTableModel.h"

#include "ui/charts/Ticks.h"
#include "ui/models/CellOrder.h"

#include <QLocale>

#include <cmath>

namespace foretrail {

namespace {

/// A number that was rounded already keeps its digits.
QString numberText(const QString &text, double number)
{
    constexpr qsizetype mostDigits = 2;
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    const qsizetype digits = point < 0 ? 0 : text.size() - point - 1;
    return digits <= mostDigits && std::abs(number) < 1000 && !text.contains(QLatin1Char('e')) ? QLocale().toString(number, 'f', int(digits)) : plainNumber(number);
}

} // namespace

TextTableModel::TextTableModel(QList<QStringList> table, QObject *parent)
    : QAbstractTableModel(parent), m_table(std::move(table))
{
}

void TextTableModel::setTable(QList<QStringList> table, Orders orders)
{
    beginResetModel();
    m_table = std::move(table);
    m_orders = std::move(orders);
    endResetModel();
}

int TextTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_table.isEmpty() ? 0 : int(m_table.size() - 1);
}

int TextTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_table.isEmpty() ? 0 : int(m_table.first().size());
}

QVariant TextTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(index.column() == 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    if (role == orderRole && m_orders.contains(index.column()))
        return m_orders.value(index.column()).value(index.row());
    const QString text = m_table.at(index.row() + 1).value(index.column());
    if (role == Qt::ToolTipRole)
        return text;
    if (role != Qt::DisplayRole && role != orderRole)
        return {};
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    const bool isTold = isNumber && index.column() > 0;
    if (role == orderRole)
        return isTold ? QVariant(number) : QVariant(text);
    return isTold ? numberText(text, number) : text;
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || m_table.isEmpty())
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(m_table.first().value(section)) : QVariant();
}

} // namespace foretrail
