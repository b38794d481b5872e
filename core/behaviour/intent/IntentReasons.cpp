#include "core/behaviour/intent/IntentReasons.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace foretrail {
namespace {

struct IntentReasonsText { Q_DECLARE_TR_FUNCTIONS(foretrail::IntentReasons) };

constexpr double leastReason = 0.05; ///< of log odds
constexpr double hardlyAny = 0.05;   ///< of a count
constexpr double leastDifference = 0.2; ///< of a fact from what is typical, in standard deviations
constexpr double weightOfFacts = 1e-3; ///< what a fact without a weight of its own counts among those of its subject

struct SubjectName { IntentSubject subject; const char *name; };
constexpr std::array subjects{SubjectName{IntentSubject::Visits, "visits"}, SubjectName{IntentSubject::Recency, "recency"},
                              SubjectName{IntentSubject::Frequency, "frequency"}, SubjectName{IntentSubject::Marks, "marks"},
                              SubjectName{IntentSubject::Breadth, "breadth"}, SubjectName{IntentSubject::Session, "session"}};

QString durationWords(double minutes)
{
    if (minutes < 0.5)
        return IntentReasonsText::tr("less than a minute");
    if (minutes < 60)
        return IntentReasonsText::tr("%n minute(s)", nullptr, int(std::lround(minutes)));
    if (minutes < 48 * 60)
        return IntentReasonsText::tr("%n hour(s)", nullptr, int(std::lround(minutes / 60)));
    return IntentReasonsText::tr("%n day(s)", nullptr, int(std::lround(minutes / (24 * 60))));
}

QString countWords(double count, bool isTypical)
{
    if (isTypical && count < hardlyAny)
        return IntentReasonsText::tr("hardly any");
    return QLocale().toString(count, 'f', isTypical && count < 10 ? 1 : 0);
}

QString valueWords(IntentScale scale, double value, bool isTypical)
{
    const double shown = std::expm1(value);
    if (scale == IntentScale::Days)
        return durationWords(shown * 24 * 60);
    return scale == IntentScale::Minutes ? durationWords(shown) : countWords(shown, isTypical);
}

QString factWords(const IntentFeature &feature, double value, double typical)
{
    if (feature.scale != IntentScale::Flag)
        return IntentReasonsText::tr("%1 (typical: %2)").arg(feature.label.arg(valueWords(feature.scale, value, false)), valueWords(feature.scale, typical, true));
    const bool never = value > 0.5; // the one flag that there is
    const QString share = QLocale().toString(100 * (never ? typical : 1 - typical), 'f', 0);
    return never ? IntentReasonsText::tr("has never bought (as %1 % of users)").arg(share) : IntentReasonsText::tr("has bought before (as %1 % of users)").arg(share);
}

/// One user before a model.
class ReasonTeller {
public:
    ReasonTeller(const IntentModel &model, std::span<const double> features)
        : m_model(model), m_features(features), m_standard(model.logistic.standardised(features)), m_parts(model.logistic.contributions(features)),
          m_directions(featureDirections(model.question.task)), m_all(intentFeatures())
    {
    }
    double sumOf(IntentSubject subject) const;
    /// Place of the fact to tell; none: the number of features.
    size_t factOf(IntentSubject subject, double sum) const;
    QString words(size_t f) const { return factWords(m_all[qsizetype(f)], m_features[f], m_model.logistic.means()[f]); }
    QString name(size_t f) const { return m_all[qsizetype(f)].name; }

private:
    bool isTold(size_t f) const;
    const IntentModel &m_model;
    std::span<const double> m_features;
    std::vector<double> m_standard, m_parts;
    std::vector<int> m_directions;
    QList<IntentFeature> m_all;
};

double ReasonTeller::sumOf(IntentSubject subject) const
{
    double sum = 0;
    for (size_t f = 0; f < m_parts.size(); ++f)
        sum += m_all[qsizetype(f)].subject == subject ? m_parts[f] : 0;
    return sum;
}

bool ReasonTeller::isTold(size_t f) const
{
    const bool isOfAPurchase = f == featureAt("since_purchase");
    return m_all[qsizetype(f)].scale != IntentScale::Hidden && !(isOfAPurchase && m_features[featureAt("never_bought")] > 0.5);
}

size_t ReasonTeller::factOf(IntentSubject subject, double sum) const
{
    const double side = sum > 0 ? 1 : -1;
    size_t told = m_parts.size();
    double most = 0;
    for (size_t f = 0; f < m_parts.size(); ++f) {
        if (m_all[qsizetype(f)].subject != subject || !isTold(f) || std::abs(m_standard[f]) < leastDifference)
            continue;
        const double says = side * (m_parts[f] + weightOfFacts * m_directions[f] * m_standard[f]);
        if (says <= most)
            continue;
        most = says;
        told = f;
    }
    return told;
}

} // namespace

std::vector<IntentReason> intentReasons(const IntentModel &model, std::span<const double> features, size_t most)
{
    std::vector<IntentReason> reasons;
    const double slope = model.logisticCalibration.kind() == Calibration::Kind::Platt ? model.logisticCalibration.slope() : 1;
    if (model.chosen == QStringLiteral("rate") || model.logistic.width() != features.size() || slope <= 0)
        return reasons;
    const ReasonTeller teller(model, features);
    for (const SubjectName &one : subjects) {
        const double odds = slope * teller.sumOf(one.subject);
        const size_t fact = teller.factOf(one.subject, odds);
        if (std::abs(odds) >= leastReason && fact < features.size())
            reasons.push_back({QString::fromLatin1(one.name), teller.name(fact), teller.words(fact), odds});
    }
    std::stable_sort(reasons.begin(), reasons.end(), [](const IntentReason &a, const IntentReason &b) { return std::abs(a.odds) > std::abs(b.odds); });
    reasons.resize(std::min(most, reasons.size()));
    return reasons;
}

} // namespace foretrail
