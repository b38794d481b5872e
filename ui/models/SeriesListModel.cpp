#include "ui/models/SeriesListModel.h"

#include "ui/charts/Ticks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {

namespace {

QString changeText(double change)
{
    if (!std::isfinite(change))
        return {};
    const QString number = QLocale().toString(std::abs(100 * change), 'f', 0);
    return QStringLiteral(" · %1%2 %").arg(change < 0 ? QStringLiteral("-") : QStringLiteral("+"), number);
}

} // namespace

double seriesChange(const SeriesInfo &series)
{
    const auto &sketch = series.sketch;
    const size_t quarter = sketch.size() / 4;
    if (quarter == 0)
        return missing;
    const auto sum = [&](size_t first) {
        double total = 0;
        for (size_t i = first; i < first + quarter; ++i)
            total += std::isfinite(sketch[i]) ? double(sketch[i]) : 0;
        return total;
    };
    const double before = sum(sketch.size() - 2 * quarter);
    return before > 0 ? sum(sketch.size() - quarter) / before - 1 : missing;
}

std::shared_ptr<const SeriesList> SeriesList::of(QList<SeriesInfo> series)
{
    auto list = std::make_shared<SeriesList>();
    list->series = std::move(series);
    const QList<SeriesInfo> &all = list->series;
    for (const SeriesInfo &one : all)
        list->changes.push_back(seriesChange(one));
    list->bySize.resize(size_t(all.size()));
    std::iota(list->bySize.begin(), list->bySize.end(), 0);
    list->byName = list->byChange = list->bySize;
    std::stable_sort(list->bySize.begin(), list->bySize.end(), [&](int a, int b) { return all[a].size > all[b].size; });
    std::stable_sort(list->byName.begin(), list->byName.end(), [&](int a, int b) {
        return nameOf(all[a]).compare(nameOf(all[b]), Qt::CaseInsensitive) < 0;
    });
    std::stable_sort(list->byChange.begin(), list->byChange.end(), [&changes = list->changes](int a, int b) {
        const double left = changes[size_t(a)];
        const double right = changes[size_t(b)];
        return std::isnan(right) ? !std::isnan(left) : left > right;
    });
    return list;
}

void SeriesListModel::setList(std::shared_ptr<const SeriesList> list)
{
    m_list = std::move(list);
    fill();
}

void SeriesListModel::setSearch(const QString &text)
{
    if (text == m_search)
        return;
    m_search = text;
    fill();
}

void SeriesListModel::setOrder(Order order)
{
    if (order == m_order)
        return;
    m_order = order;
    fill();
}

void SeriesListModel::fill()
{
    beginResetModel();
    m_rows.clear();
    if (m_list) {
        const std::vector<int> &order = m_order == Order::Size ? m_list->bySize
                                        : m_order == Order::Name ? m_list->byName : m_list->byChange;
        for (const int row : order) {
            const SeriesInfo &series = m_list->series[row];
            if (m_search.isEmpty() || series.name.contains(m_search, Qt::CaseInsensitive) || series.key.contains(m_search, Qt::CaseInsensitive))
                m_rows.push_back(row);
        }
    }
    endResetModel();
}

int SeriesListModel::rowOf(const QString &key) const
{
    for (size_t row = 0; row < m_rows.size(); ++row)
        if (m_list->series[m_rows[row]].key == key)
            return int(row);
    return -1;
}

int SeriesListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SeriesListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SeriesInfo &one = series(index.row());
    const double change = m_list->changes[size_t(m_rows[size_t(index.row())])];
    switch (role) {
    case Qt::DisplayRole: return nameOf(one);
    case Qt::ToolTipRole: return one.name.isEmpty() || one.name == one.key ? one.key : QStringLiteral("%1 (%2)").arg(one.name, one.key);
    case Qt::AccessibleDescriptionRole:
    case SizeRole: return shortNumber(one.size) + changeText(change);
    case KeyRole: return one.key;
    case ChangeRole: return change;
    case SketchRole: return QVariant::fromValue(&one.sketch);
    default: return {};
    }
}

} // namespace foretrail
