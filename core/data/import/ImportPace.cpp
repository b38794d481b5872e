#include "core/data/import/ImportPace.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace foretrail {
namespace {

struct ImportPaceText { Q_DECLARE_TR_FUNCTIONS(foretrail::ImportPace) };

constexpr qint64 reportEveryMs = 100;
constexpr qint64 firstRateMs = 1000; ///< a rate of the first moments says nothing

// Two digits are as many as an eye can follow.
qint64 roundedRate(qint64 rows, qint64 ms)
{
    const double rate = double(rows) * 1000 / double(ms);
    const double unit = std::pow(10, std::max(0.0, std::floor(std::log10(std::max(rate, 1.0))) - 1));
    return qint64(std::round(rate / unit) * unit);
}

} // namespace

ImportPace::ImportPace(qint64 fileBytes, JobContext &job) : m_job(job), m_fileBytes(fileBytes) { m_timer.start(); }

void ImportPace::report(qint64 consumedBytes, qint64 rows)
{
    m_rows += rows;
    const qint64 elapsed = m_timer.elapsed();
    if (elapsed < m_nextMs)
        return;
    m_nextMs = elapsed + reportEveryMs;
    const QString row = ImportPaceText::tr("row %1").arg(QLocale().toString(m_rows));
    m_job.report(consumedBytes, m_fileBytes,
                 elapsed < firstRateMs ? row : ImportPaceText::tr("%1, %2 rows a second").arg(row, QLocale().toString(roundedRate(m_rows, elapsed))));
}

} // namespace foretrail
