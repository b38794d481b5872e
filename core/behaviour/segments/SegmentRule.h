#pragma once

#include "core/base/Result.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace foretrail {

/// One claim about a user: a figure against a number, a name (state, RFM name), an attribute, or how often something was done with an item,
/// a category or a kind of event.
struct SegmentCondition {
    QString what;            ///< one of conditionNames()
    QString is = QStringLiteral(">="); ///< >=, <=, >, <, =, !=
    double value = 1;        ///< the number; times where something was done
    QString text;            ///< state, RFM name, value of an attribute, key of an item, a category or a kind
    QString name;            ///< of the attribute
    QString did;             ///< of items and categories: the meaning of the events that count, "purchase"; empty: any
    QJsonObject model;       ///< of "cluster": core/behaviour/segments/UserClusters, and value is the place of the cluster from 0

    bool operator==(const SegmentCondition &) const = default;
};

/// What a condition can speak of, in the order of a list.
QStringList conditionNames();
/// What a condition takes beside what it speaks of.
enum class ConditionKind { Number, State, Rfm, Attribute, Count, Flag, Cluster };
ConditionKind conditionKind(const QString &what);
QString conditionTitle(const QString &what); ///< for people: "Days since the last purchase"

/// A segment of users by and, or, not over conditions.
struct SegmentRule {
    enum class Join { All, Any, Not, One };
    Join join = Join::All;      ///< All of no parts: everybody
    SegmentCondition condition; ///< with One
    QList<SegmentRule> parts;   ///< Not has one

    static SegmentRule one(const SegmentCondition &condition) { return {Join::One, condition, {}}; }
    static SegmentRule ofRfm(const QString &key);
    static SegmentRule ofState(const QString &key);

    /// {"all": [..]}, {"any": [..]}, {"not": {..}}, or a condition {"what": "orders", "is": ">=", "value": 3}.
    QJsonObject toJson() const;
    /// InvalidInput with what is wrong, and what there is instead.
    static Result<SegmentRule> fromJson(const QJsonObject &json);
    QString words() const; ///< for people
    bool operator==(const SegmentRule &) const = default;
};

} // namespace foretrail
