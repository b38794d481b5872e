#pragma once

#include "core/advertising/AdPolicy.h"

namespace foretrail {

/// Every item with the same chance: a log that every other policy can be judged by.
class UniformPolicy : public AdPolicy {
public:
    explicit UniformPolicy(int arms) : AdPolicy(arms, 1) {}
    QString name() const override { return QStringLiteral("uniform"); }
    QString reason(const AdContext &context, int arm) const override;

protected:
    std::vector<double> preferences(const AdContext &context) const override;
};

/// The item of the first rule that holds for the user; every item with the same chance where none does.
class RulesPolicy : public AdPolicy {
public:
    RulesPolicy(int arms, const PolicySettings &settings) : AdPolicy(arms, settings.epsilon), m_items(settings.ruleItems) {}
    QString name() const override { return QStringLiteral("rules"); }
    QString reason(const AdContext &context, int arm) const override;

protected:
    std::vector<double> preferences(const AdContext &context) const override;

private:
    int firstFit(const AdContext &context) const; ///< place of the rule; -1: none
    std::vector<int> m_items;
};

/// Softmax of the scores over their largest, divided by the temperature; the highest score alone where that is 0. Every item with the same chance
/// where the user has no scores.
class ScorePolicy : public AdPolicy {
public:
    ScorePolicy(int arms, const PolicySettings &settings) : AdPolicy(arms, settings.epsilon), m_temperature(settings.temperature) {}
    QString name() const override { return QStringLiteral("score"); }
    QString reason(const AdContext &context, int arm) const override;

protected:
    std::vector<double> preferences(const AdContext &context) const override;

private:
    double m_temperature;
};

} // namespace foretrail
