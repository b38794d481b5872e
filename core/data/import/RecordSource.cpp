#include "core/data/import/RecordSource.h"

#include "core/data/import/DelimitedReader.h"
#include "core/data/import/JsonRows.h"
#include "core/data/import/SheetRows.h"

#include <unordered_set>

namespace foretrail {
namespace {

class DelimitedRows : public RecordSource {
public:
    DelimitedRows(std::unique_ptr<TextSource> text, char delimiter) : m_text(std::move(text)), m_reader(*m_text, delimiter) {}
    Result<bool> next(Record &record) override { return m_reader.next(record); }
    qint64 consumedBytes() const override { return m_text->bytes().consumedBytes(); }
    qint64 fileBytes() const override { return m_text->bytes().fileBytes(); }
    qint64 takenBytes() const override { return m_text->takenBytes(m_reader.pendingBytes()); }
    bool canStartInside() const override { return !m_text->bytes().isPacked() && fileBytes() > 0; }
    Result<void> startInsideLine() { return m_reader.startInsideLine(); }
    Result<void> skipLines(int lines) { return m_reader.skipLines(lines); }

private:
    std::unique_ptr<TextSource> m_text;
    DelimitedReader m_reader;
};

Result<std::unique_ptr<RecordSource>> openWorkbook(const QString &path, const ImportPlan &plan, const JobContext *job)
{
    Result<Workbook> book = Workbook::open(path);
    if (!book)
        return fail(book.error());
    Result<std::unique_ptr<SheetRows>> rows = SheetRows::open(std::move(*book), plan.part, size_t(plan.columns.size()), plan.skipRows);
    if (!rows)
        return fail(rows.error());
    if (job)
        (*rows)->stopWith(job->stopFlag());
    return std::move(*rows);
}

Result<std::unique_ptr<RecordSource>> openDelimited(std::unique_ptr<TextSource> text, const ImportPlan &plan)
{
    auto rows = std::make_unique<DelimitedRows>(std::move(text), plan.delimiter);
    if (Result<void> skipped = rows->skipLines(plan.skipRows); !skipped)
        return fail(skipped.error());
    return std::unique_ptr<RecordSource>(std::move(rows));
}

/// The members are found anew, since a person may have given a column another name than its member's. Of another file the
/// plan's names count, whatever the order of its members.
Result<std::vector<std::string>> jsonColumns(const QString &path, const ImportPlan &plan)
{
    const Result<std::unique_ptr<TextSource>> text = TextSource::open(path, plan.encoding, plan.part);
    if (!text)
        return fail(text.error());
    Result<std::vector<std::string>> found = JsonRows::findColumns(**text);
    if (!found || plan.columns.isEmpty())
        return found;
    std::vector<std::string> names;
    std::unordered_set<std::string> planned;
    for (const ColumnPlan &column : plan.columns)
        planned.insert(names.emplace_back(column.name.toStdString()));
    const std::unordered_set<std::string> members(found->begin(), found->end());
    for (size_t i = 0; i < names.size() && i < found->size(); ++i)
        if (!members.contains(names[i]) && !planned.contains((*found)[i]))
            names[i] = (*found)[i];
    return names;
}

std::vector<size_t> withoutRole(const ImportPlan &plan)
{
    const QList<int> ignored = plan.columnsOf(Role::Ignore);
    return {ignored.begin(), ignored.end()};
}

template<class Rows>
Result<std::unique_ptr<RecordSource>> startedInside(std::unique_ptr<Rows> rows)
{
    if (Result<void> started = rows->startInsideLine(); !started)
        return fail(started.error());
    return std::unique_ptr<RecordSource>(std::move(rows));
}

Result<std::unique_ptr<TextSource>> textOver(Result<std::unique_ptr<ByteSource>> bytes, const QString &encoding)
{
    return bytes ? TextSource::over(std::move(*bytes), encoding) : fail(bytes.error());
}

Result<std::unique_ptr<TextSource>> textOf(const QByteArray &text, const QString &path)
{
    return textOver(ByteSource::ofMemory(text, path), QStringLiteral("UTF-8"));
}

} // namespace

Result<std::unique_ptr<RecordSource>> RecordSource::open(const QString &path, const ImportPlan &plan, const JobContext *job)
{
    if (plan.format == SourceFormat::Workbook)
        return openWorkbook(path, plan, job);
    Result<std::unique_ptr<TextSource>> text = TextSource::open(path, plan.encoding, plan.part);
    if (!text)
        return fail(text.error());
    if (job)
        (*text)->bytes().stopWith(job->stopFlag());
    if (plan.format == SourceFormat::Delimited)
        return openDelimited(std::move(*text), plan);
    Result<std::vector<std::string>> columns = jsonColumns(path, plan);
    if (!columns)
        return fail(columns.error());
    auto rows = std::make_unique<JsonRows>(std::move(*text), std::move(*columns), plan.hasHeader);
    rows->watch(withoutRole(plan));
    return rows;
}

Result<std::unique_ptr<RecordSource>> RecordSource::openAt(const QString &path, const ImportPlan &plan, qint64 offset)
{
    // Units of UTF-16 take two bytes.
    Result<std::unique_ptr<TextSource>> text = textOver(ByteSource::openAt(path, offset / 2 * 2), plan.encoding);
    if (!text)
        return fail(text.error());
    if (plan.format == SourceFormat::Delimited)
        return startedInside(std::make_unique<DelimitedRows>(std::move(*text), plan.delimiter));
    Result<std::vector<std::string>> columns = jsonColumns(path, plan);
    if (!columns)
        return fail(columns.error());
    return startedInside(std::make_unique<JsonRows>(std::move(*text), std::move(*columns), false));
}

Result<std::unique_ptr<RecordSource>> RecordSource::ofText(const QByteArray &text, const QString &path, const ImportPlan &plan,
                                                           const JobContext *job)
{
    Result<std::unique_ptr<TextSource>> source = textOf(text, path);
    if (!source)
        return fail(source.error());
    if (job)
        (*source)->bytes().stopWith(job->stopFlag());
    return openDelimited(std::move(*source), plan);
}

Result<std::unique_ptr<RecordSource>> RecordSource::ofLines(const QByteArray &lines, const QString &name, const ImportPlan &plan)
{
    Result<std::unique_ptr<TextSource>> text = textOver(ByteSource::ofPlainMemory(lines, name), plan.encoding);
    if (!text)
        return fail(text.error());
    if (plan.format == SourceFormat::Delimited)
        return std::make_unique<DelimitedRows>(std::move(*text), plan.delimiter);
    std::vector<std::string> names;
    for (const ColumnPlan &column : plan.columns)
        names.push_back(column.name.toStdString());
    return std::make_unique<JsonRows>(std::move(*text), std::move(names), false);
}

Result<std::unique_ptr<RecordSource>> RecordSource::ofTextAt(const QByteArray &text, const QString &path, const ImportPlan &plan,
                                                             qint64 offset)
{
    Result<std::unique_ptr<TextSource>> source = textOf(QByteArray::fromRawData(text.constData() + offset, text.size() - offset), path);
    if (!source)
        return fail(source.error());
    return startedInside(std::make_unique<DelimitedRows>(std::move(*source), plan.delimiter));
}

} // namespace foretrail
