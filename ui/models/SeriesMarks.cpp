#include "ui/models/SeriesMarks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {

namespace {

/// Places of the list, the greatest `worth` first, NaN last.
std::vector<int> worstFirst(const SeriesMarks &marks, double (*worth)(const SeriesCheck &))
{
    std::vector<double> worths;
    for (size_t row = 0; row < marks.checkOf.size(); ++row)
        worths.push_back(marks.check(int(row)) ? worth(*marks.check(int(row))) : missing);
    std::vector<int> order(worths.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&worths](int a, int b) {
        const double left = worths[size_t(a)], right = worths[size_t(b)];
        return std::isnan(right) ? !std::isnan(left) : left > right;
    });
    return order;
}

void findCategories(SeriesMarks &marks, const SeriesList &list, const QHash<QString, QString> &categories)
{
    marks.categoryOf.assign(size_t(list.series.size()), -1);
    QHash<QString, int> places;
    for (const SeriesInfo &one : list.series)
        if (const auto found = categories.constFind(one.key); found != categories.cend())
            places.insert(*found, 0);
    marks.categories = places.keys();
    std::ranges::sort(marks.categories, [](const QString &a, const QString &b) { return a.compare(b, Qt::CaseInsensitive) < 0; });
    for (qsizetype i = 0; i < marks.categories.size(); ++i)
        places[marks.categories[i]] = int(i);
    for (qsizetype row = 0; row < list.series.size(); ++row)
        if (const auto found = categories.constFind(list.series[row].key); found != categories.cend())
            marks.categoryOf[size_t(row)] = places.value(*found);
}

} // namespace

const SeriesCheck *SeriesMarks::check(int row) const
{
    const int place = size_t(row) < checkOf.size() ? checkOf[size_t(row)] : -1;
    return place >= 0 ? &checks->checks[place] : nullptr;
}

bool SeriesMarks::isException(int row) const
{
    const SeriesCheck *one = check(row);
    return one && one->isException();
}

std::shared_ptr<const SeriesMarks> SeriesMarks::of(const SeriesList &list, std::shared_ptr<const SeriesChecks> checks, const QHash<QString, QString> &categories)
{
    auto marks = std::make_shared<SeriesMarks>();
    marks->checks = std::move(checks);
    marks->checkOf.assign(size_t(list.series.size()), -1);
    findCategories(*marks, list, categories);
    if (!marks->checks)
        return marks;
    QHash<QString, int> places;
    for (qsizetype i = 0; i < marks->checks->checks.size(); ++i)
        places.insert(marks->checks->checks[i].key, int(i));
    for (qsizetype row = 0; row < list.series.size(); ++row)
        marks->checkOf[size_t(row)] = places.value(list.series[row].key, -1);
    marks->byError = worstFirst(*marks, [](const SeriesCheck &check) { return check.wape; });
    marks->byBias = worstFirst(*marks, [](const SeriesCheck &check) { return std::abs(check.bias); });
    marks->bySkill = worstFirst(*marks, [](const SeriesCheck &check) { return -check.skill; });
    marks->byWeight = worstFirst(*marks, [](const SeriesCheck &check) { return check.isException() ? check.weight() : missing; });
    return marks;
}

} // namespace foretrail
