#include "ui/models/TextTableModel.h"

#include "ui/charts/Ticks.h"

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

void TextTableModel::setTable(QList<QStringList> table)
{
    beginResetModel();
    m_table = std::move(table);
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
    const QString text = m_table.at(index.row() + 1).value(index.column());
    if (role == Qt::ToolTipRole)
        return text;
    if (role != Qt::DisplayRole)
        return {};
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && index.column() > 0 ? numberText(text, number) : text;
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
