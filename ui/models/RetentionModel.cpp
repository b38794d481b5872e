#include "ui/models/RetentionModel.h"

#include "ui/charts/HeatPainter.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr qint64 leastForScale = 10; ///< users of a cohort that the colours go by

} // namespace

void RetentionModel::setResult(std::shared_ptr<const RetentionResult> result, bool orLater, bool asShares)
{
    beginResetModel();
    m_result = std::move(result);
    m_orLater = orLater;
    m_asShares = asShares;
    m_fullShare = 0;
    for (int cohort = 0; m_result && cohort < int(m_result->cohorts.size()); ++cohort) {
        const RetentionCohort &one = m_result->cohorts[size_t(cohort)];
        for (size_t k = 1; k < one.back.size() && one.size >= leastForScale; ++k)
            m_fullShare = std::max(m_fullShare, double((orLater ? one.orLater : one.back)[k]) / double(one.size));
    }
    m_fullShare = m_fullShare > 0 ? m_fullShare : 1;
    endResetModel();
}

int RetentionModel::rowCount(const QModelIndex &parent) const { return parent.isValid() || !m_result ? 0 : int(m_result->cohorts.size()) + 1; }

int RetentionModel::columnCount(const QModelIndex &parent) const { return parent.isValid() || !m_result ? 0 : m_result->periods.count() + firstColumn; }

qint64 RetentionModel::countAt(const QModelIndex &index) const
{
    if (!m_result || !index.isValid() || index.column() < sizeColumn)
        return -1;
    const int cohort = cohortOf(index.row());
    const int k = periodOf(index.column());
    if (cohort < 0)
        return k < 0 ? m_result->users() : -1;
    const RetentionCohort &one = m_result->cohorts[size_t(cohort)];
    if (k < 0)
        return one.size;
    return size_t(k) < one.back.size() ? (m_orLater ? one.orLater : one.back)[size_t(k)] : -1;
}

double RetentionModel::shareAt(const QModelIndex &index) const
{
    const int cohort = cohortOf(index.row());
    const int k = periodOf(index.column());
    if (k < 0)
        return missing;
    if (cohort < 0)
        return m_result->overall(k, m_orLater);
    const qint64 count = countAt(index);
    const qint64 size = m_result->cohorts[size_t(cohort)].size;
    return count < 0 || size == 0 ? missing : double(count) / double(size);
}

QString RetentionModel::text(const QModelIndex &index) const
{
    const QLocale locale;
    const int cohort = cohortOf(index.row());
    if (index.column() == cohortColumn)
        return cohort < 0 ? tr("All") : m_result->periods.label(cohort);
    if (index.column() == sizeColumn)
        return locale.toString(countAt(index));
    const double share = shareAt(index);
    if (std::isnan(share))
        return {};
    const bool isOpen = cohort >= 0 && !m_result->isFinished(cohort, periodOf(index.column()));
    const QString text = m_asShares || cohort < 0 ? locale.toString(100 * share, 'f', 1) : locale.toString(countAt(index));
    return isOpen ? text + QLatin1Char('*') : text;
}

QColor RetentionModel::colorOf(double share) const { return heatColor(Theme::colors(), std::min(1.0, share / m_fullShare)); }

QString RetentionModel::tip(const QModelIndex &index) const
{
    const QLocale locale;
    const int cohort = cohortOf(index.row());
    const int k = periodOf(index.column());
    const double share = index.column() < firstColumn ? missing : shareAt(index);
    if (std::isnan(share))
        return text(index);
    const QString percent = locale.toString(100 * share, 'f', 1);
    if (cohort < 0)
        return tr("Period %1 after: %2 % of %3 users").arg(locale.toString(k), percent, locale.toString(m_result->overallBase(k)));
    const QString count = locale.toString(countAt(index));
    const QString size = locale.toString(m_result->cohorts[size_t(cohort)].size);
    const QString told = tr("Began %1, period %2 after: %3 of %4 users (%5 %)").arg(m_result->periods.label(cohort), locale.toString(k), count, size, percent);
    return m_result->isFinished(cohort, k) ? told : told + QLatin1Char(' ') + tr("This period is not over.");
}

QVariant RetentionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_result)
        return {};
    const double share = index.column() < firstColumn ? missing : shareAt(index);
    switch (role) {
    case Qt::DisplayRole: return text(index);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return tip(index);
    case Qt::TextAlignmentRole: return int((index.column() == cohortColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::BackgroundRole: return std::isnan(share) ? QVariant() : QVariant(colorOf(share));
    case Qt::ForegroundRole: return std::isnan(share) ? QVariant() : QVariant(inkOn(colorOf(share)));
    default: return {};
    }
}

QVariant RetentionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == cohortColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == cohortColumn)
        return tr("Began");
    return section == sizeColumn ? tr("Users") : QLocale().toString(periodOf(section));
}

} // namespace foretrail
