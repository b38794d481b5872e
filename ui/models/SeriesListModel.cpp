#include "ui/models/SeriesListModel.h"

#include "ui/charts/Ticks.h"
#include "ui/models/SeriesMarks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {

namespace {

QString changeText(double change)
{
    if (!std::isfinite(change))
        return {};
    const double percent = std::round(100 * change); // what is rounded away has no sign
    const QString sign = percent < 0 ? QStringLiteral("-") : percent > 0 ? QStringLiteral("+") : QString();
    return QStringLiteral(" · %1%2 %").arg(sign, QLocale().toString(std::abs(percent), 'f', 0));
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
    for (const SeriesInfo &one : all) {
        list->changes.push_back(seriesChange(one));
        list->folded.push_back((one.name == one.key ? one.key : one.name + QLatin1Char('\n') + one.key).toCaseFolded());
    }
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
    m_marks = nullptr; // of the list before
    fill();
}

void SeriesListModel::setMarks(std::shared_ptr<const SeriesMarks> marks)
{
    m_marks = std::move(marks);
    fill();
}

void SeriesListModel::setFavourites(const QSet<QString> &keys)
{
    if (keys == m_favourites)
        return;
    m_favourites = keys;
    fill();
}

void SeriesListModel::setFavourite(const QString &key, bool isFavourite)
{
    isFavourite ? void(m_favourites.insert(key)) : void(m_favourites.remove(key));
    if (m_filter.kind == SeriesFilter::Kind::Favourites || m_order == Order::Favourites)
        return fill();
    if (const int row = rowOf(key); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, 0), {FavouriteRole});
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

void SeriesListModel::setFilter(const SeriesFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    fill();
}

const std::vector<int> &SeriesListModel::ordered() const
{
    const bool isChecked = m_marks && m_marks->isChecked();
    switch (m_order) {
    case Order::Name: return m_list->byName;
    case Order::Change: return m_list->byChange;
    case Order::Error: return isChecked ? m_marks->byError : m_list->bySize;
    case Order::Bias: return isChecked ? m_marks->byBias : m_list->bySize;
    case Order::Skill: return isChecked ? m_marks->bySkill : m_list->bySize;
    case Order::Weight: return isChecked ? m_marks->byWeight : m_list->bySize;
    case Order::Size:
    case Order::Favourites: break;
    }
    return m_list->bySize;
}

bool SeriesListModel::isFiltered(int row) const
{
    switch (m_filter.kind) {
    case SeriesFilter::Kind::All: return true;
    case SeriesFilter::Kind::Favourites: return m_favourites.contains(m_list->series[row].key);
    case SeriesFilter::Kind::Exceptions: return m_marks && m_marks->isException(row);
    case SeriesFilter::Kind::Category: break;
    }
    const int category = m_marks ? m_marks->categoryOf[size_t(row)] : -1;
    return category >= 0 && m_marks->categories[category] == m_filter.category;
}

void SeriesListModel::fill()
{
    beginResetModel();
    m_rows.clear();
    if (m_list) {
        const QString wanted = m_search.toCaseFolded();
        for (const int row : ordered())
            if (isFiltered(row) && (wanted.isEmpty() || m_list->folded[size_t(row)].contains(wanted)))
                m_rows.push_back(row);
        if (m_order == Order::Favourites)
            std::stable_partition(m_rows.begin(), m_rows.end(), [this](int row) { return m_favourites.contains(m_list->series[row].key); });
    }
    endResetModel();
}

QString SeriesListModel::figureText(int row) const
{
    const SeriesCheck *check = m_marks ? m_marks->check(row) : nullptr;
    const auto percent = [](double share) { return QLocale().toString(100 * share, 'f', 0); };
    if (check && m_order == Order::Error && std::isfinite(check->wape))
        return tr(" · error %1 %").arg(percent(check->wape));
    if (check && m_order == Order::Bias && std::isfinite(check->bias))
        return check->bias < 0 ? tr(" · %1 % too high", "a forecast").arg(percent(-check->bias)) : tr(" · %1 % too low", "a forecast").arg(percent(check->bias));
    if (check && m_order == Order::Skill && std::isfinite(check->skill))
        return tr(" · skill %1 %").arg(percent(check->skill));
    return changeText(m_list->changes[size_t(row)]);
}

QString SeriesListModel::exceptionText(int row) const
{
    if (!m_marks || !m_marks->isException(row))
        return {};
    const QList<SeriesException> &found = m_marks->check(row)->exceptions;
    const QString word = exceptionWord(std::max_element(found.begin(), found.end(), [](const SeriesException &a, const SeriesException &b) { return a.weight < b.weight; })->kind);
    return found.size() == 1 ? word : QStringLiteral("%1 +%2").arg(word, QLocale().toString(found.size() - 1));
}

QString SeriesListModel::reasonText(int row) const
{
    const SeriesCheck *check = m_marks ? m_marks->check(row) : nullptr;
    return check ? reasonsOf(*check, m_marks->checks->unit) : QString();
}

QString SeriesListModel::toolTip(int row) const
{
    const SeriesInfo &one = m_list->series[row];
    const QString name = one.name.isEmpty() || one.name == one.key ? one.key : QStringLiteral("%1 (%2)").arg(one.name, one.key);
    const QString reasons = reasonText(row);
    return reasons.isEmpty() ? name : QStringLiteral("%1\n%2").arg(name, reasons);
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
    const int row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return nameOf(one);
    case Qt::ToolTipRole: return toolTip(row);
    case Qt::AccessibleDescriptionRole: {
        const QString text = shortNumber(one.size) + figureText(row);
        const QString exception = exceptionText(row);
        const QString whole = exception.isEmpty() ? text : QStringLiteral("%1, %2").arg(exception, text);
        return isFavourite(one.key) ? tr("favourite, %1").arg(whole) : whole;
    }
    case SizeRole: return shortNumber(one.size) + figureText(row);
    case KeyRole: return one.key;
    case ChangeRole: return m_list->changes[size_t(row)];
    case FavouriteRole: return isFavourite(one.key);
    case ExceptionRole: return exceptionText(row);
    case ReasonRole: return reasonText(row);
    case TallRole: return m_filter.kind == SeriesFilter::Kind::Exceptions;
    case SketchRole: return QVariant::fromValue(&one.sketch);
    default: return {};
    }
}

} // namespace foretrail
