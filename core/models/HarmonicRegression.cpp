#include "core/models/HarmonicRegression.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace foretrail {
namespace {

/// What a column of the widest design is, so that a candidate can say which it uses.
enum class TermKind { Intercept, Trend, Season, LongSeason };

struct Term {
    TermKind kind = TermKind::Intercept;
    int pair = 0;
};

template<class Visitor>
void visitTerms(const HarmonicTerms &terms, double t, Visitor visit)
{
    if (!terms.isDifferenced)
        visit(Term{TermKind::Intercept, 0}, 1.0);
    if (terms.hasTrend && !terms.isDifferenced)
        visit(Term{TermKind::Trend, 0}, t / terms.trendLength);
    for (int k = 1; k <= terms.pairs; ++k) {
        const double angle = 2.0 * std::numbers::pi * k * t / terms.season;
        visit(Term{TermKind::Season, k}, std::cos(angle));
        if (2 * k != terms.season) // that sine is zero at every step
            visit(Term{TermKind::Season, k}, std::sin(angle));
    }
    for (int k = 1; k <= terms.longPairs; ++k) {
        const double inSeason = k * terms.season / terms.longSeason;
        if (inSeason == std::floor(inSeason))
            continue;
        const double angle = 2.0 * std::numbers::pi * k * t / terms.longSeason;
        visit(Term{TermKind::LongSeason, k}, std::cos(angle));
        visit(Term{TermKind::LongSeason, k}, std::sin(angle));
    }
}

bool uses(const HarmonicTerms &terms, const Term &term)
{
    switch (term.kind) {
    case TermKind::Intercept: return !terms.isDifferenced;
    case TermKind::Trend: return terms.hasTrend;
    case TermKind::Season: return term.pair <= terms.pairs;
    case TermKind::LongSeason: return term.pair <= terms.longPairs;
    }
    return false;
}

/// Tries sets of terms on one target; all of them are columns of one design.
class Search {
public:
    Search(Values target, const HarmonicTerms &widest, const HarmonicChoice &choice)
        : m_choice(choice), m_target(Eigen::Map<const Eigen::VectorXd>(target.data(), Eigen::Index(target.size()))),
          m_design(m_target.size(), widest.count() + Eigen::Index(choice.columns.size()))
    {
        visitTerms(widest, 0, [this](const Term &term, double) { m_columns.push_back(term); });
        for (Eigen::Index row = 0; row < m_design.rows(); ++row)
            fillRow(row, widest);
        m_gram = m_design.transpose() * m_design;
        m_moments = m_design.transpose() * m_target;
    }

    void attempt(const HarmonicTerms &terms, HarmonicFit &best) const
    {
        attempt(terms, false, best);
        if (!m_choice.columns.empty())
            attempt(terms, true, best);
    }

private:
    /// Terms of the season repeat from one season to the next.
    void fillRow(Eigen::Index row, const HarmonicTerms &widest)
    {
        Eigen::Index column = 0;
        if (const Eigen::Index before = row - widest.season; before >= 0 && widest.longPairs == 0) {
            column = Eigen::Index(m_columns.size());
            m_design.row(row).head(column) = m_design.row(before).head(column);
            if (widest.hasTrend) // the column behind the intercept
                m_design(row, 1) = double(row + 1) / widest.trendLength;
        } else {
            visitTerms(widest, double(row + 1), [&](const Term &, double value) { m_design(row, column++) = value; });
        }
        for (const std::vector<double> &x : m_choice.columns)
            m_design(row, column++) = x[size_t(row) + 1] - (widest.isDifferenced ? x[size_t(row)] : 0.0);
    }

    void attempt(const HarmonicTerms &terms, bool withColumns, HarmonicFit &best) const
    {
        std::vector<Eigen::Index> used;
        for (size_t i = 0; i < m_columns.size(); ++i)
            if (uses(terms, m_columns[i]))
                used.push_back(Eigen::Index(i));
        const auto harmonics = Eigen::Index(used.size());
        for (Eigen::Index i = Eigen::Index(m_columns.size()); withColumns && i < m_design.cols(); ++i)
            used.push_back(i);
        if (qint64(used.size()) * 3 > m_target.size())
            return;
        Eigen::MatrixXd gram = m_gram(used, used);
        // Columns may repeat the terms, as those of the weekday do; a trace of ridge makes any of the solutions stand.
        if (withColumns)
            gram.diagonal() *= 1 + 1e-9;
        const Eigen::VectorXd beta = gram.ldlt().solve(Eigen::VectorXd(m_moments(used)));
        Eigen::VectorXd residual = m_target;
        for (size_t i = 0; i < used.size(); ++i)
            residual -= beta(Eigen::Index(i)) * m_design.col(used[i]);
        const Values rest(residual.data(), size_t(residual.size()));
        const bool isFixed = m_choice.arOrder >= 0;
        const auto path = arPath(rest, 0, isFixed ? m_choice.arOrder : m_choice.maxArOrder, ArEstimator::Burg);
        const ArFit &errors = isFixed ? path.back() : bestByAicc(path, residual.size(), int(used.size()));
        const double criterion = aicc(errors.variance, residual.size(), errors.order() + 1 + int(used.size()));
        if (criterion <= best.criterion) // the first one counts even where AICc is infinite
            best = {terms, {beta.data(), beta.data() + harmonics}, errors, criterion, {beta.data() + harmonics, beta.data() + beta.size()}};
    }

    const HarmonicChoice &m_choice;
    std::vector<Term> m_columns;
    Eigen::VectorXd m_target;
    Eigen::MatrixXd m_design;
    Eigen::MatrixXd m_gram;
    Eigen::VectorXd m_moments;
};

void searchLevels(Values target, bool isDifferenced, const HarmonicChoice &choice, HarmonicFit &best)
{
    const int most = int(target.size()) / 3;
    const auto within = [most](const std::vector<int> &pairs) {
        int largest = 0;
        for (int count : pairs)
            if (2 * count <= most)
                largest = std::max(largest, count);
        return largest;
    };
    HarmonicTerms widest{isDifferenced, choice.mayTrend && !isDifferenced, choice.season, within(choice.pairs),
                         choice.longSeason, within(choice.longPairs), double(target.size())};
    const Search search(target, widest, choice);
    for (int pairs : choice.pairs) {
        for (int longPairs : choice.longPairs) {
            if (pairs > widest.pairs || longPairs > widest.longPairs)
                continue;
            HarmonicTerms terms = widest;
            terms.pairs = pairs;
            terms.longPairs = longPairs;
            terms.hasTrend = false;
            search.attempt(terms, best);
            if (widest.hasTrend) {
                terms.hasTrend = true;
                search.attempt(terms, best);
            }
        }
    }
}

} // namespace

std::vector<double> HarmonicTerms::at(double t) const
{
    std::vector<double> values;
    visitTerms(*this, t, [&values](const Term &, double value) { values.push_back(value); });
    return values;
}

double HarmonicFit::level(double t) const
{
    const auto values = terms.at(t);
    return std::inner_product(values.begin(), values.end(), beta.begin(), 0.0);
}

HarmonicSums HarmonicFit::sums(double t) const
{
    HarmonicSums sums;
    size_t next = 0;
    visitTerms(terms, t, [&](const Term &term, double value) {
        const double part = beta[next++] * value;
        switch (term.kind) {
        case TermKind::Intercept: sums.level += part; break;
        case TermKind::Trend: sums.trend += part; break;
        case TermKind::Season: sums.season += part; break;
        case TermKind::LongSeason: sums.longSeason += part; break;
        }
    });
    return sums;
}

HarmonicFit fitHarmonics(Values y, const HarmonicChoice &choice)
{
    HarmonicFit best;
    best.criterion = std::numeric_limits<double>::infinity();
    searchLevels(y.subspan(1), false, choice, best);
    std::vector<double> changes(y.size());
    std::adjacent_difference(y.begin(), y.end(), changes.begin());
    searchLevels(Values(changes).subspan(1), true, choice, best);
    return best;
}

} // namespace foretrail
