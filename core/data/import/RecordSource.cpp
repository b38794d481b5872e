#include "core/data/import/RecordSource.h"

#include "core/data/import/DelimitedReader.h"

namespace foretrail {
namespace {

class DelimitedRows : public RecordSource {
public:
    DelimitedRows(std::unique_ptr<TextSource> text, char delimiter) : m_text(std::move(text)), m_reader(*m_text, delimiter) {}
    Result<bool> next(Record &record) override { return m_reader.next(record); }
    qint64 consumedBytes() const override { return m_text->bytes().consumedBytes(); }
    qint64 fileBytes() const override { return m_text->bytes().fileBytes(); }

private:
    std::unique_ptr<TextSource> m_text;
    DelimitedReader m_reader;
};

} // namespace

Result<std::unique_ptr<RecordSource>> RecordSource::open(const QString &path, const ImportPlan &plan)
{
    Result<std::unique_ptr<TextSource>> text = TextSource::open(path, plan.encoding);
    if (!text)
        return fail(text.error());
    return std::make_unique<DelimitedRows>(std::move(*text), plan.delimiter);
}

} // namespace foretrail
