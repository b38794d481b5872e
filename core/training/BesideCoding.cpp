#include "core/training/BesideCoding.h"

#include "core/series/CalendarFeatures.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QMap>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct BesideCodingText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::BesideCoding)
};

constexpr float farthestBeside = 8; // deviations: a single wrong price must not rule the network
constexpr size_t mostValues = 32;   // of an attribute, the most frequent

const BesideColumn *columnOf(const Beside &beside, const QString &name)
{
    const auto at = std::find_if(beside.columns.begin(), beside.columns.end(), [&](const BesideColumn &column) { return column.name == name; });
    return at == beside.columns.end() ? nullptr : &*at;
}

double medianOfKnown(const BesideColumn &column, qint64 known)
{
    std::vector<float> values;
    for (size_t t = 0; t < std::min(column.values.size(), size_t(std::max<qint64>(known, 0))); ++t)
        if (std::isfinite(column.values[t]))
            values.push_back(column.values[t]);
    if (values.empty())
        return 0;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return double(*middle);
}

/// A value on the scale of its series; `median` 0: as it is.
double related(float value, double median) { return median > 0 && value > 0 ? std::log(double(value) / median) : median > 0 ? missing : double(value); }

/// What the training parts of a column say, all series together.
struct ColumnSums {
    double first = missing; ///< sums are of what lies above it
    double sum = 0;
    double squares = 0;
    qint64 count = 0;
    bool isFlag = true;

    void add(double value)
    {
        if (!std::isfinite(value))
            return;
        first = count == 0 ? value : first;
        sum += value - first;
        squares += (value - first) * (value - first);
        isFlag = isFlag && (value == 0 || value == 1);
        ++count;
    }
    double mean() const { return count > 0 ? first + sum / double(count) : 0; }
    double variance() const { return count > 1 ? squares / double(count) - sum / double(count) * (sum / double(count)) : 0; }
    bool isConstant() const { return !(variance() > 1e-10 * (1e-2 + mean() * mean())); }
};

/// Calls `with` for the training part of each series' column of this name.
template<class With>
void forEachPart(const QString &name, const std::vector<Series> &series, const std::vector<Beside> &beside, int cut, With with)
{
    for (size_t i = 0; i < beside.size(); ++i)
        if (const BesideColumn *column = columnOf(beside[i], name))
            with(*column, std::min<qint64>(qint64(column->values.size()), std::max<qint64>(series[i].size() - cut, 0)));
}

std::vector<float> holidayColumn(const QString &region, const TimeAxis &axis, qint64 count)
{
    std::vector<float> values(size_t(count), 0.0F);
    if (!axis.hasCalendar())
        return values;
    const auto yearOf = [&axis](qint64 step) { return QDateTime::fromMSecsSinceEpoch(axis.timeAt(step), Qt::UTC).date().year(); };
    for (const FeatureColumn &column : holidayFeatures(axis, count, holidays(region, yearOf(0) - 1, yearOf(count) + 1), 0, 0, false))
        values.assign(column.values.begin(), column.values.end());
    return values;
}

} // namespace

void BesideCoding::learn(const std::vector<Series> &series, const std::vector<Beside> &beside, int cut, const QString &holidays)
{
    const bool hasCalendar = std::any_of(series.begin(), series.end(), [](const Series &one) { return one.axis.hasCalendar(); });
    m_holidays = hasCalendar ? holidays : QString();
    m_columns.clear();
    std::vector<Column> found;
    for (const Beside &one : beside)
        for (const BesideColumn &column : one.columns)
            if (std::none_of(found.begin(), found.end(), [&](const Column &other) { return other.name == column.name; }))
                found.push_back({column.name, column.isKnownAhead});
    std::stable_partition(found.begin(), found.end(), [](const Column &column) { return column.isKnownAhead; });
    for (const Column &column : found)
        learnColumn(column, series, beside, cut);
    learnAttributes(beside);
}

void BesideCoding::learnColumn(Column column, const std::vector<Series> &series, const std::vector<Beside> &beside, int cut)
{
    bool isPositive = true;
    ColumnSums sums;
    forEachPart(column.name, series, beside, cut, [&](const BesideColumn &one, qint64 known) {
        for (qint64 t = 0; t < known; ++t) {
            sums.add(double(one.values[size_t(t)]));
            isPositive = isPositive && !(one.values[size_t(t)] <= 0);
        }
    });
    if (sums.isConstant())
        return;
    if (isPositive) {
        column.isRelative = true;
        sums = {};
        forEachPart(column.name, series, beside, cut, [&](const BesideColumn &one, qint64 known) {
            const double median = medianOfKnown(one, known);
            for (qint64 t = 0; t < known; ++t)
                sums.add(related(one.values[size_t(t)], median));
        });
        if (sums.isConstant()) // each keeps to its own
            return;
    }
    if (column.isRelative || !sums.isFlag) {
        column.mean = sums.mean();
        column.deviation = std::sqrt(sums.variance());
    }
    m_columns.push_back(column);
}

void BesideCoding::learnAttributes(const std::vector<Beside> &beside)
{
    m_attributes.clear();
    QMap<QString, QMap<QString, int>> counts;
    for (const Beside &one : beside)
        for (auto it = one.attributes.begin(); it != one.attributes.end(); ++it)
            ++counts[it.key()][it.value()];
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        std::vector<std::pair<QString, int>> values(it->keyValueBegin(), it->keyValueEnd());
        if (values.size() == 1 && values.front().second == int(beside.size())) // says nothing
            continue;
        std::stable_sort(values.begin(), values.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
        values.resize(std::min(values.size(), mostValues));
        Attribute attribute{it.key(), {}};
        for (const auto &[value, count] : values)
            attribute.values << value;
        m_attributes.push_back(attribute);
    }
}

int BesideCoding::columnsAhead() const
{
    const auto known = std::count_if(m_columns.begin(), m_columns.end(), [](const Column &column) { return column.isKnownAhead; });
    return int(known) + (m_holidays.isEmpty() ? 0 : 1);
}

int BesideCoding::attributeValues() const
{
    int count = 0;
    for (const Attribute &attribute : m_attributes)
        count += int(attribute.values.size());
    return count;
}

QStringList BesideCoding::columnNames() const
{
    QStringList names;
    for (const Column &column : m_columns)
        names << column.name;
    return names;
}

QStringList BesideCoding::attributeNames() const
{
    QStringList names;
    for (const Attribute &attribute : m_attributes)
        for (const QString &value : attribute.values)
            names << attribute.name + QStringLiteral(": ") + value;
    return names;
}

QStringList BesideCoding::names() const
{
    QStringList names = columnNames();
    for (const Attribute &attribute : m_attributes)
        names << attribute.name;
    return names;
}

Result<void> BesideCoding::check(const Beside &beside) const
{
    for (const Column &column : m_columns)
        if (!columnOf(beside, column.name))
            return fail(ErrorCode::InvalidInput, BesideCodingText::tr("The network was trained with a column %1, which is not there. Prepare the series with the recipe of its run.")
                                                     .arg(column.name));
    return {};
}

std::vector<double> BesideCoding::medians(const Beside &beside, qint64 known) const
{
    std::vector<double> medians;
    for (const Column &column : m_columns) {
        const BesideColumn *there = column.isRelative ? columnOf(beside, column.name) : nullptr;
        medians.push_back(there ? medianOfKnown(*there, known) : 0);
    }
    return medians;
}

SeenBeside BesideCoding::seen(const Series &series, int ahead, const Beside &beside, const std::vector<double> &medians) const
{
    SeenBeside seen;
    if (!m_holidays.isEmpty())
        seen.columns.push_back(holidayColumn(m_holidays, series.axis, series.size() + ahead));
    for (size_t c = 0; c < m_columns.size(); ++c) {
        const Column &column = m_columns[c];
        std::vector<float> &values = seen.columns.emplace_back(size_t(series.size() + (column.isKnownAhead ? ahead : 0)), 0.0F);
        const BesideColumn *there = columnOf(beside, column.name);
        const bool hasScale = there && (!column.isRelative || (c < medians.size() && medians[c] > 0));
        for (size_t t = 0; hasScale && t < std::min(values.size(), there->values.size()); ++t) {
            const double value = related(there->values[t], column.isRelative ? medians[c] : 0);
            if (std::isfinite(value))
                values[t] = std::clamp(float((value - column.mean) / column.deviation), -farthestBeside, farthestBeside);
        }
    }
    for (const Attribute &attribute : m_attributes)
        for (const QString &value : attribute.values)
            seen.attributes.push_back(beside.attributes.value(attribute.name) == value && beside.attributes.contains(attribute.name) ? 1.0F : 0.0F);
    return seen;
}

void BesideCoding::saveTo(QJsonObject &state) const
{
    QJsonArray columns;
    for (const Column &column : m_columns)
        columns.append(QJsonObject{{QStringLiteral("name"), column.name}, {QStringLiteral("knownAhead"), column.isKnownAhead},
                                   {QStringLiteral("relative"), column.isRelative}, {QStringLiteral("mean"), column.mean}, {QStringLiteral("deviation"), column.deviation}});
    QJsonArray attributes;
    for (const Attribute &attribute : m_attributes)
        attributes.append(QJsonObject{{QStringLiteral("name"), attribute.name}, {QStringLiteral("values"), QJsonArray::fromStringList(attribute.values)}});
    state.insert(QStringLiteral("holidays"), m_holidays);
    state.insert(QStringLiteral("columns"), columns);
    state.insert(QStringLiteral("attributes"), attributes);
}

bool BesideCoding::restore(const QJsonObject &state)
{
    m_holidays = state[QStringLiteral("holidays")].toString();
    m_columns.clear();
    for (const QJsonArray array = state[QStringLiteral("columns")].toArray(); const QJsonValue &entry : array) {
        m_columns.push_back({entry[QStringLiteral("name")].toString(), entry[QStringLiteral("knownAhead")].toBool(), entry[QStringLiteral("relative")].toBool(),
                             entry[QStringLiteral("mean")].toDouble(missing), entry[QStringLiteral("deviation")].toDouble(missing)});
        if (!std::isfinite(m_columns.back().mean) || !(m_columns.back().deviation > 0))
            return false;
    }
    m_attributes.clear();
    for (const QJsonArray array = state[QStringLiteral("attributes")].toArray(); const QJsonValue &entry : array) {
        QStringList values;
        for (const QJsonArray texts = entry[QStringLiteral("values")].toArray(); const QJsonValue &value : texts)
            values << value.toString();
        m_attributes.push_back({entry[QStringLiteral("name")].toString(), values});
    }
    return true;
}

Beside besideFrom(const std::vector<FeatureColumn> &columns, const std::vector<DerivedColumn> &derived, QHash<QString, QString> attributes)
{
    Beside beside{{}, std::move(attributes)};
    for (const FeatureColumn &column : columns)
        if (std::none_of(derived.begin(), derived.end(), [&](const DerivedColumn &one) { return one.name == column.name; }))
            beside.columns.push_back({column.name, column.isKnownAhead, {column.values.begin(), column.values.end()}});
    return beside;
}

Beside besideFrom(const Regressors &regressors, const Series &series)
{
    Beside beside = besideFrom(regressors.columns, regressors.derived, regressors.attributes);
    const qint64 first = regressors.isEmpty() ? 0 : regressors.axis.indexOf(series.axis.start);
    for (BesideColumn &column : beside.columns) {
        std::vector<float> &values = column.values;
        values.erase(values.begin(), values.begin() + std::clamp<qint64>(first, 0, qint64(values.size())));
        values.insert(values.begin(), size_t(std::max<qint64>(-first, 0)), float(missing));
        const auto known = size_t(series.size());
        for (size_t t = known; !column.isKnownAhead && t < values.size(); ++t)
            values[t] = known > 0 ? values[known - 1] : float(missing);
    }
    return beside;
}

} // namespace foretrail
