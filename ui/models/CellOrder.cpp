#include "ui/models/CellOrder.h"

#include "core/series/Series.h"

#include <QDateTime>
#include <QLocale>
#include <QModelIndex>
#include <QVariant>

#include <cmath>

namespace foretrail {

namespace {

bool isEmptyCell(const QString &text) { return text.isEmpty() || text == u"–" || text == u"…"; }

/// Of "1,234.5", "-12.3 %", "★ 0.61", "15*", "< 0.01", and of numbers as files have them; NaN for other texts.
double numberInCell(QStringView text)
{
    constexpr QStringView before = u"★<> ", behind = u"%* \u00a0\u202f";
    while (!text.isEmpty() && before.contains(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && behind.contains(text.back()))
        text.chop(1);
    const bool isSigned = text.size() > 1 && !text.front().isLetterOrNumber();
    if (text.isEmpty() || !text[isSigned ? 1 : 0].isDigit()) // "inf" may be somebody's name
        return missing;
    bool isNumber = false;
    double number = QLocale().toDouble(text, &isNumber);
    if (!isNumber)
        number = text.toDouble(&isNumber);
    return isNumber ? number : missing;
}

bool isNumeric(int type)
{
    return type == QMetaType::Double || type == QMetaType::Float || type == QMetaType::Int || type == QMetaType::UInt || type == QMetaType::LongLong
        || type == QMetaType::ULongLong || type == QMetaType::Bool;
}

} // namespace

CellOrder::CellOrder(const QVariant &value)
{
    const bool isOwnNumber = isNumeric(value.typeId()), isTime = value.typeId() == QMetaType::QDateTime;
    const QString text = isOwnNumber || isTime ? QString() : value.toString().trimmed();
    m_number = isOwnNumber ? value.toDouble() : isTime ? double(value.toDateTime().toMSecsSinceEpoch()) : numberInCell(text);
    if (!std::isnan(m_number)) {
        m_kind = Kind::Number;
    } else if (!isEmptyCell(text)) {
        m_kind = Kind::Text;
        m_text = text.toCaseFolded();
    }
}

CellOrder CellOrder::of(const QModelIndex &cell, int role)
{
    return of(cell.data(role), cell.data());
}

CellOrder CellOrder::of(const QVariant &own, const QVariant &text) { return CellOrder(own.isValid() ? own : text); }

bool CellOrder::isLess(const CellOrder &one, const CellOrder &other, Qt::SortOrder order)
{
    return order == Qt::AscendingOrder ? isBefore(one, other, order) : isBefore(other, one, order);
}

bool CellOrder::isBefore(const CellOrder &one, const CellOrder &other, Qt::SortOrder order)
{
    if (one.m_kind == Kind::Empty || other.m_kind == Kind::Empty)
        return one.m_kind != Kind::Empty && other.m_kind == Kind::Empty;
    const CellOrder &less = order == Qt::AscendingOrder ? one : other;
    const CellOrder &more = order == Qt::AscendingOrder ? other : one;
    if (less.m_kind != more.m_kind)
        return less.m_kind < more.m_kind;
    return less.m_kind == Kind::Number ? less.m_number < more.m_number : less.m_text.localeAwareCompare(more.m_text) < 0;
}

} // namespace foretrail
