#pragma once

#include "core/models/Forecaster.h"
#include "core/models/Panel.h"

#include <QJsonArray>

namespace foretrail {

/// What stands beside the last steps and the steps to come of one series, as a network sees it.
struct SeenBeside {
    std::vector<std::vector<float>> columns; ///< by step of the series, those known ahead first
    std::vector<float> attributes;           ///< 1 for each value that its key has, else 0
};

/// How a network over many series sees what stands beside them, learnt from their training parts together. Columns of nothing but 0 and
/// 1 stay as they are, others are less their mean over their deviation; of one that is above zero everywhere (a price) the logarithm of
/// its ratio to the median of its own series counts in place of the value. What is missing is 0, columns that never change are left out.
/// Attributes are one number for each of their values; a value that was not there has none, as a series of which nothing is known.
class BesideCoding {
public:
    /// From all but the last `cut` steps of each series; `beside`: of each, or nothing. `holidays`: of this region, as the first column;
    /// empty: none.
    void learn(const std::vector<Series> &series, const std::vector<Beside> &beside, int cut, const QString &holidays);
    int columns() const { return int(m_columns.size()) + (m_holidays.isEmpty() ? 0 : 1); }
    int columnsAhead() const;   ///< the first of them
    int attributeValues() const;
    QStringList names() const; ///< of columns and attributes
    bool hasHolidays() const { return !m_holidays.isEmpty(); }
    QStringList columnNames() const; ///< without holidays
    QStringList attributeNames() const; ///< of each value: "type: A"
    /// InvalidInput where a column that was learnt is not at hand.
    Result<void> check(const Beside &beside) const;

    /// By column its median over the first `known` steps; 0 where it does not count in relation to it.
    std::vector<double> medians(const Beside &beside, qint64 known) const;
    /// Over the steps of `series` and `ahead` behind it; of columns that are not known ahead over those of the series alone.
    SeenBeside seen(const Series &series, int ahead, const Beside &beside, const std::vector<double> &medians) const;

    void saveTo(QJsonObject &state) const; ///< holidays, columns, attributes
    /// False where a number is not one. Networks stored before they took columns have none.
    bool restore(const QJsonObject &state);

private:
    struct Column {
        QString name;
        bool isKnownAhead = true;
        bool isRelative = false;
        double mean = 0;
        double deviation = 1;
    };
    struct Attribute {
        QString name;
        QStringList values;
    };
    void learnColumn(Column column, const std::vector<Series> &series, const std::vector<Beside> &beside, int cut);
    void learnAttributes(const std::vector<Beside> &beside);

    QString m_holidays;
    std::vector<Column> m_columns; ///< those known ahead first
    std::vector<Attribute> m_attributes;
};

/// The columns that a model is given, from the first step of `series` on; those not known ahead are held from its end on. Columns that
/// follow from the series itself are left out: a window holds its values.
Beside besideFrom(const Regressors &regressors, const Series &series);
/// The same of a panel's series.
Beside besideFrom(const std::vector<FeatureColumn> &columns, const std::vector<DerivedColumn> &derived, QHash<QString, QString> attributes);

} // namespace foretrail
