#include "core/behaviour/recommend/NextItemCases.h"
#include "core/data/import/RecordSource.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace foretrail {
namespace {

struct TestCasesFileText { Q_DECLARE_TR_FUNCTIONS(foretrail::TestCasesFile) };

constexpr quint32 unknownItem = std::numeric_limits<quint32>::max();
constexpr qint64 rowsBetweenStops = 1 << 12;

QString fieldText(std::string_view field) { return QString::fromUtf8(field.data(), qsizetype(field.size())).trimmed(); }

/// Where the columns that are read stand in a row.
struct CaseColumns {
    size_t prefix = 0;
    size_t next = 0;
};

Result<CaseColumns> caseColumns(const Record &header, const QString &path)
{
    const auto place = [&header](std::string_view name) {
        return size_t(std::find_if(header.fields.begin(), header.fields.end(), [&](std::string_view field) { return field == name; }) - header.fields.begin());
    };
    const CaseColumns columns{place("prefix_items"), place("next_item")};
    if (std::max(columns.prefix, columns.next) >= header.fields.size())
        return fail(ErrorCode::InvalidInput, TestCasesFileText::tr("%1 has no columns prefix_items and next_item. Test cases are a table with the header "
                                                                   "case_id,prefix_items,next_item, where the items of a prefix stand with spaces between.").arg(path));
    return columns;
}

void addCase(const QString &prefix, quint32 next, const QHash<QString, quint32> &places, NextItemCases &cases)
{
    const size_t from = cases.items.size();
    for (const QString &key : prefix.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (const quint32 place = places.value(key, unknownItem); place != unknownItem)
            cases.items.push_back(place);
    cases.cases.push_back({from, cases.items.size() - from, next, 0});
}

Result<void> readCases(RecordSource &source, const QString &path, const QHash<QString, quint32> &places, NextItemCases &cases, JobContext &job)
{
    Record record;
    const Result<bool> header = source.next(record);
    if (!header)
        return fail(header.error());
    const Result<CaseColumns> columns = caseColumns(record, path);
    if (!columns)
        return fail(columns.error());
    while (true) {
        const Result<bool> more = source.next(record);
        if (!more)
            return fail(more.error());
        if (!*more)
            return {};
        if (qint64(cases.cases.size()) % rowsBetweenStops == 0 && job.stopRequested())
            return fail(Error::cancelled());
        if (!record.problem.isEmpty() || record.fields.size() <= std::max(columns->prefix, columns->next))
            return fail(ErrorCode::InvalidInput, TestCasesFileText::tr("%1: line %2 is no test case; it has too few columns.").arg(path).arg(record.line));
        addCase(fieldText(record.fields[columns->prefix]), places.value(fieldText(record.fields[columns->next]), unknownItem), places, cases);
    }
}

} // namespace

Result<NextItemCases> casesFromFile(const QString &path, const QStringList &itemKeys, std::shared_ptr<const ItemSequences> all, JobContext &job)
{
    const Result<std::unique_ptr<RecordSource>> source = RecordSource::open(path, ImportPlan(), &job);
    if (!source)
        return fail(source.error());
    QHash<QString, quint32> places;
    places.reserve(itemKeys.size());
    for (qsizetype i = 0; i < itemKeys.size(); ++i)
        places.insert(itemKeys[i], quint32(i));
    NextItemCases cases;
    cases.training = std::move(all);
    if (const Result<void> read = readCases(**source, path, places, cases, job); !read)
        return fail(read.error());
    return cases;
}

} // namespace foretrail
