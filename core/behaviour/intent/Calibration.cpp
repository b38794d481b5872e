#include "core/behaviour/intent/Calibration.h"

#include "core/behaviour/intent/NumbersJson.h"
#include "core/series/Statistics.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

struct CalibrationText { Q_DECLARE_TR_FUNCTIONS(foretrail::Calibration) };

constexpr int plattSteps = 100;
constexpr double plattEnough = 1e-10;

std::vector<double> plattTargets(const std::vector<bool> &happened)
{
    const double yes = double(std::count(happened.begin(), happened.end(), true)), no = double(happened.size()) - yes;
    std::vector<double> targets;
    for (const bool did : happened)
        targets.push_back(did ? (yes + 1) / (yes + 2) : 1 / (no + 2));
    return targets;
}

double plattLoss(const std::vector<double> &scores, const std::vector<double> &targets, double slope, double offset)
{
    double loss = 0;
    for (size_t i = 0; i < scores.size(); ++i) {
        const double z = slope * scores[i] + offset;
        loss += std::max(z, 0.0) + std::log1p(std::exp(-std::abs(z))) - targets[i] * z;
    }
    return loss;
}

} // namespace

double logOdds(double probability)
{
    const double kept = std::clamp(probability, 1e-9, 1 - 1e-9);
    return std::log(kept / (1 - kept));
}

double fromLogOdds(double odds) { return 1 / (1 + std::exp(-odds)); }

// Newton's method on two numbers, each step halved until the likelihood grows (Lin, Lin and Weng 2007).
Calibration Calibration::platt(const std::vector<double> &said, const std::vector<bool> &happened)
{
    Calibration result;
    if (std::find(happened.begin(), happened.end(), true) == happened.end() || std::find(happened.begin(), happened.end(), false) == happened.end())
        return result;
    std::vector<double> scores;
    for (const double one : said)
        scores.push_back(logOdds(one));
    const std::vector<double> targets = plattTargets(happened);
    double a = 0, b = logOdds(std::accumulate(targets.begin(), targets.end(), 0.0) / double(targets.size()));
    double loss = plattLoss(scores, targets, a, b);
    for (int step = 0; step < plattSteps; ++step) {
        double ga = 0, gb = 0, haa = 1e-12, hab = 0, hbb = 1e-12;
        for (size_t i = 0; i < scores.size(); ++i) {
            const double p = fromLogOdds(a * scores[i] + b), error = p - targets[i], weight = p * (1 - p);
            ga += error * scores[i];
            gb += error;
            haa += weight * scores[i] * scores[i];
            hab += weight * scores[i];
            hbb += weight;
        }
        const double determinant = haa * hbb - hab * hab;
        if (std::abs(ga) + std::abs(gb) < plattEnough || !(determinant > 0))
            break;
        double length = 1, da = (hbb * ga - hab * gb) / determinant, db = (haa * gb - hab * ga) / determinant;
        double next = plattLoss(scores, targets, a - da, b - db);
        for (; !(next <= loss) && length > 1e-10; next = plattLoss(scores, targets, a - length * da, b - length * db))
            length /= 2;
        if (!(next <= loss))
            break;
        a -= length * da;
        b -= length * db;
        loss = next;
    }
    result.m_kind = Kind::Platt;
    result.m_slope = a;
    result.m_offset = b;
    return result;
}

Calibration Calibration::isotonic(const std::vector<double> &said, const std::vector<bool> &happened)
{
    Calibration result;
    std::vector<size_t> order(said.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return said[a] < said[b]; });
    std::vector<double> at, values, weights;
    for (const size_t i : order) {
        const double did = happened[i] ? 1 : 0;
        if (!at.empty() && at.back() == said[i]) {
            values.back() = (values.back() * weights.back() + did) / (weights.back() + 1);
            weights.back() += 1;
            continue;
        }
        at.push_back(said[i]);
        values.push_back(did);
        weights.push_back(1);
    }
    if (at.empty())
        return result;
    const std::vector<double> rising = nonDecreasing(values, weights);
    result.m_kind = Kind::Isotonic;
    for (size_t i = 0; i < at.size(); ++i) { // the ends of each step are enough
        const bool isInner = i > 0 && i + 1 < at.size() && rising[i] == rising[i - 1] && rising[i] == rising[i + 1];
        if (isInner)
            continue;
        result.m_at.push_back(at[i]);
        result.m_values.push_back(rising[i]);
    }
    return result;
}

double Calibration::apply(double said) const
{
    if (m_kind == Kind::Platt)
        return fromLogOdds(m_slope * logOdds(said) + m_offset);
    if (m_kind == Kind::None)
        return said;
    const auto behind = std::lower_bound(m_at.begin(), m_at.end(), said);
    if (behind == m_at.begin())
        return m_values.front();
    if (behind == m_at.end())
        return m_values.back();
    const auto i = size_t(behind - m_at.begin());
    return m_values[i - 1] + (m_values[i] - m_values[i - 1]) * (said - m_at[i - 1]) / (m_at[i] - m_at[i - 1]);
}

QJsonObject Calibration::toJson() const
{
    if (m_kind == Kind::Platt)
        return {{QStringLiteral("kind"), QStringLiteral("platt")}, {QStringLiteral("slope"), m_slope}, {QStringLiteral("offset"), m_offset}};
    if (m_kind == Kind::None)
        return {{QStringLiteral("kind"), QStringLiteral("none")}};
    return {{QStringLiteral("kind"), QStringLiteral("isotonic")}, {QStringLiteral("at"), numbersJson(m_at)}, {QStringLiteral("values"), numbersJson(m_values)}};
}

Result<Calibration> Calibration::fromJson(const QJsonObject &json)
{
    Calibration result;
    const QString kind = json[QStringLiteral("kind")].toString();
    result.m_slope = json[QStringLiteral("slope")].toDouble(1);
    result.m_offset = json[QStringLiteral("offset")].toDouble();
    result.m_at = numbersFrom(json[QStringLiteral("at")]);
    result.m_values = numbersFrom(json[QStringLiteral("values")]);
    result.m_kind = kind == QStringLiteral("platt") ? Kind::Platt : kind == QStringLiteral("isotonic") ? Kind::Isotonic : Kind::None;
    if (result.m_kind == Kind::Isotonic && (result.m_at.empty() || result.m_at.size() != result.m_values.size()))
        return fail(ErrorCode::Format, CalibrationText::tr("A stored calibration is damaged."));
    return result;
}

} // namespace foretrail
