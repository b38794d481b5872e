#include "core/data/import/RowSink.h"

#include "core/base/Phrase.h"
#include "core/data/import/AttributeSink.h"
#include "core/data/import/EventSink.h"
#include "core/data/import/SeriesSink.h"

namespace foretrail {

std::unique_ptr<RowSink> RowSink::make(const ImportPlan &plan, FactWriter &writer, ImportReport &report)
{
    if (plan.kind == SourceKind::Attributes)
        return std::make_unique<AttributeSink>(plan, writer, report);
    if (plan.kind != SourceKind::Series)
        return std::make_unique<EventSink>(plan, writer, report);
    return std::make_unique<SeriesSink>(plan, writer, report);
}

Result<void> RowSink::reject(const ParsedRow &row, int column, const QString &value, const QString &reason, bool isFirst)
{
    return keepReject(m_writer, m_report, {row.line, column < 0 ? QString() : m_plan.columns[column].name, value, reason,
                                          isFirst ? keptFields(row.fields, m_plan) : QStringList(), 0, row.number});
}

Result<void> keepReject(FactWriter &writer, ImportReport &report, const RejectedRow &row)
{
    constexpr qsizetype listed = 1000;
    ++report.read;
    ++report.rejected;
    if (report.firstRejects.size() < listed)
        report.firstRejects.append({row.line, row.column, row.value, Phrase::shown(row.reason)});
    return writer.addReject(row);
}

QStringList keptFields(std::span<const std::string_view> row, const ImportPlan &plan)
{
    const bool isWide = plan.kind == SourceKind::Series && plan.layout == SeriesLayout::Wide;
    const size_t most = isWide ? 1024 * 1024 : 64 * 1024;
    size_t size = 0;
    for (const std::string_view &field : row)
        size += field.size() + 1;
    QStringList fields;
    if (size <= most)
        for (const std::string_view &field : row)
            fields.append(QString::fromUtf8(field.data(), qsizetype(field.size())));
    return fields;
}

QStringList attributesOf(const ImportPlan &plan)
{
    QStringList names;
    for (int column : plan.columnsOf(Role::Attribute))
        names.append(plan.columns[column].name);
    return names;
}

} // namespace foretrail
